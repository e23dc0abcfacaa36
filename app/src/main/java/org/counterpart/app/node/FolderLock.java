package org.counterpart.app.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A lock on a file that the operating system lets go when the process ends, however it ends.
/// The file holds the number of the process that has it, for the sentence to the second one.
final class FolderLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock if nobody has it.
    static Optional<FolderLock> tryTake(Path file) {
        try {
            FileChannel channel = open(file);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            String.valueOf(ProcessHandle.current().pid())
                                    .getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new FolderLock(channel));
        } catch (IOException e) {
            throw new FolderUnusable(file, e);
        }
    }

    /// Waits until the lock is free; only for short work, such as choosing ports.
    static FolderLock take(Path file) {
        try {
            FileChannel channel = open(file);
            while (!lockedAfterWaiting(channel)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new FolderUnusable(file, e);
        }
    }

    static String holder(Path file) {
        String seen = new String(PrivateFiles.read(file), StandardCharsets.US_ASCII);
        return seen.isEmpty() ? "unknown" : seen;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// The operating system queues processes; threads of one process are told at once and ask again.
    private static boolean lockedAfterWaiting(FileChannel channel) throws IOException {
        try {
            return channel.lock().isValid();
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false; // The same process has it: two nodes in one test.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
