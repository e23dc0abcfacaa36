package org.counterpart.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there as a whole or not at all: a copy that broke off must not look like one.
record LedgerFile(Path path) {

    /// Readable by its owner alone, because a temporary file is: a ledger says who read what.
    void write(Filling filling) {
        Path whole = path.toAbsolutePath();
        try {
            Path part =
                    Files.createTempFile(
                            whole.getParent(), whole.getFileName().toString(), ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    filling.into(out);
                }
                Files.move(
                        part,
                        whole,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException _) {
            throw new Failed(
                    "The file " + path + " cannot be written.",
                    "Is there room, and may this account write there?");
        }
    }

    byte[] read(String what) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException _) {
            throw new Misused(
                    "The " + what + " " + path + " cannot be read.", "Give the path of the file");
        }
    }

    interface Filling {
        void into(OutputStream out) throws IOException;
    }
}
