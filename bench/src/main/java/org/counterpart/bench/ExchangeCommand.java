package org.counterpart.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Measures how fast entries cross from one node to another and are signed for, beside the commits of the same
/// PostgreSQL.
@Command(
        name = "exchange",
        description =
                "Two nodes on this machine: entries per second, and from append to the receiver's"
                        + " signature.",
        mixinStandardHelpOptions = true)
final class ExchangeCommand implements Callable<Integer> {
    @Option(
            names = "--entries",
            defaultValue = "500",
            description = "how many (default: ${DEFAULT-VALUE})")
    private int entries;

    @Option(
            names = "--writers",
            defaultValue = "4",
            description =
                    "officers who write at the same time, each in a dossier of its own (default:"
                            + " ${DEFAULT-VALUE})")
    private int writers;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = folder();
        try (var sg = BenchNode.started(data, "sg");
                var vn = BenchNode.started(data, "vn")) {
            sg.staff();
            vn.staff();
            sg.peerWith(vn);
            new Exchange(sg, vn, writers, InstantSource.system()).warmUp().run(entries);
            new Commits(data, "sg").print(writers);
        } finally {
            delete(data);
        }
        return 0;
    }

    /// A new one that the account of a database can pass through.
    static Path folder() throws IOException {
        Path data = Files.createTempDirectory("counterpart-bench-");
        Files.setPosixFilePermissions(
                data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        return data;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
