package org.counterpart.app.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that only the node's own account may read, written so that a crash leaves the old or the new
/// content, never half of one.
final class PrivateFiles {
    static final Set<PosixFilePermission> ONLY_OWNER_READS =
            PosixFilePermissions.fromString("rw-------");
    static final Set<PosixFilePermission> ONLY_OWNER_ENTERS =
            PosixFilePermissions.fromString("rwx------");

    /// Others pass through by a name they know, which the database's account must; they cannot list.
    static final Set<PosixFilePermission> OTHERS_PASS_THROUGH =
            PosixFilePermissions.fromString("rwx--x--x");

    private PrivateFiles() {}

    static void makeFolder(Path folder, Set<PosixFilePermission> permissions) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, permissions);
            }
        } catch (IOException e) {
            throw new FolderUnusable(folder, e);
        }
    }

    /// Replaces a file at once: a new one beside it, forced to disk, renamed over it, the folder forced too.
    static void replace(Path file, byte[] content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(ONLY_OWNER_READS));
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(file.resolveSibling("."));
        } catch (IOException e) {
            throw new FolderUnusable(file, e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FolderUnusable(file, e);
        }
    }

    static boolean othersMayRead(Path file) {
        try {
            Set<PosixFilePermission> seen =
                    Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            return seen.contains(PosixFilePermission.OTHERS_READ)
                    || seen.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            throw new FolderUnusable(file, e);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
