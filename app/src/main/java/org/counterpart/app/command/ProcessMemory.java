package org.counterpart.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Memory of a process and all that it started, each shared page counted once for those who share it (Linux: PSS).
final class ProcessMemory {
    private static final long KIBIBYTE = 1024;

    private ProcessMemory() {}

    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ProcessMemory::proportional)
                .sum();
    }

    private static long proportional(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * KIBIBYTE;
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // Not Linux, or it has just ended.
        }
    }
}
