package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.TestFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The first main job, as whoever opens the project sees it: three processes, three databases, a cut line.
class DemoTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void holdsEveryStepAndLeavesNothingBehind(@TempDir Path data) throws Exception {
        TestFolders.letOthersThrough(data);
        var commands =
                new Commands(
                        (_, _) -> ExitCode.DONE,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));

        int code = commands.run("--data", data.toString(), "demo", "--exit");

        List<String> said = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(code).as(said + err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said.getLast()).matches("demo: [0-9]+ steps, all held");
        assertThat(said)
                .as("what is not in the source of the case is marked wherever it shows")
                .anyMatch(line -> line.contains("constructed"));
        assertThat(said.stream().filter(line -> line.contains(", limit ")))
                .as("what it took of the machine stands beside what it may take")
                .hasSizeBetween(2, 3);
        assertThat(said.stream().filter(line -> line.contains("memory of the three")))
                .as("unlike a time, memory is the same on a busy machine")
                .allSatisfy(line -> assertThat(mebibytes(line)).isBetween(100.0, 1536.0));
        assertThat(said.stream().filter(line -> line.strip().startsWith("$ ")))
                .as("what is printed as a command can be copied as it stands")
                .hasSize(4)
                .allMatch(line -> line.contains("./counterpart --data " + data))
                .noneMatch(line -> line.contains("..."));
        assertThat(data).isEmptyDirectory();
    }

    private static double mebibytes(String line) {
        return Double.parseDouble(line.replaceFirst(".*databases +([0-9.]+) MiB.*", "$1"));
    }
}
