package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class PostgresBinariesTest {
    @TempDir private Path shared = Path.of(".");

    @Test
    void areUnpackedOnceWhenThreeNodesStartTogether() throws Exception {
        Callable<PostgresBinaries> start = () -> PostgresBinaries.unpackedIn(shared);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(List.of(start, start, start))) {
                PostgresBinaries binaries = each.get();
                assertThat(Path.of(binaries.program("postgres"))).isExecutable();
                assertThat(Files.isWritable(Path.of(binaries.program("initdb"))) && !isRoot())
                        .isFalse();
            }
        }
        try (var found = Files.list(shared)) {
            assertThat(
                            found.map(path -> path.getFileName().toString())
                                    .filter(name -> !name.endsWith(".lock")))
                    .singleElement()
                    .asString()
                    .startsWith("postgresql-");
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }
}
