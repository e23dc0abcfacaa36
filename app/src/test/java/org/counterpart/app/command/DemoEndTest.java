package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.TestFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// The demo as a process of its own: what stays when its story is over, and what does not when it is stopped.
class DemoEndTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    DemoEndTest() {}

    /// With a terminal, that of `script`, for without one the demo ends by itself.
    @Test
    void leavesNodesThatGoOnTalkingUntilItIsStopped(@TempDir Path data) throws Exception {
        TestFolders.letOthersThrough(data);
        Path said = data.resolve("said.txt");
        Process terminal =
                new ProcessBuilder(
                                "script",
                                "--quiet",
                                "--flush",
                                "--command",
                                String.join(" ", words(data)),
                                "/dev/null")
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        await(() -> Files.readString(said).contains("ask --help") || !terminal.isAlive());
        assertThat(Files.readString(said)).contains("all held", "The nodes stay up until Ctrl-C");
        Path nodes = data.resolve("demo-1");

        String before = typed(nodes, "vn", "inbox");
        String question = "Who called for the container?";
        typed(
                nodes,
                "sg",
                "ask",
                "--to",
                "vn/customs-intelligence",
                "--purpose",
                "Practice",
                "--handling",
                "H0",
                "--use",
                "investigation",
                question);
        await(() -> !typed(nodes, "vn", "inbox").equals(before));

        List<ProcessHandle> all = terminal.descendants().toList();
        player(all).destroy();
        await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(nodes).as("what was played stays to be looked at").isDirectory();
    }

    @Test
    void stopsItsNodesAndRemovesItsFolderWhenToldToStop(@TempDir Path data) throws Exception {
        Process demo = startedEarly(data);
        List<ProcessHandle> all = demo.descendants().toList();

        demo.destroy();

        assertThat(demo.waitFor()).isEqualTo(143);
        assertThat(all).hasSizeGreaterThan(3);
        await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(data.resolve("demo-1")).doesNotExist();
    }

    @Test
    void takesItsNodesWithItWhenKilled(@TempDir Path data) throws Exception {
        Process demo = startedEarly(data);
        List<ProcessHandle> all = demo.descendants().toList();

        demo.destroyForcibly();

        await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /// With the first database up, and all else on the way.
    private static Process startedEarly(Path data) throws IOException {
        TestFolders.letOthersThrough(data);
        Process demo =
                new ProcessBuilder(words(data))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        await(() -> demo.descendants().anyMatch(DemoEndTest::isDatabase) || !demo.isAlive());
        return demo;
    }

    private static boolean isDatabase(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/postgres");
    }

    /// Of a terminal's processes the one of which all nodes are children.
    private static ProcessHandle player(List<ProcessHandle> all) {
        return all.stream()
                .filter(process -> process.children().count() == 3)
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Path data) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.counterpart.app.Counterpart",
                "--data",
                data.toString(),
                "demo");
    }

    /// What a person types in another terminal.
    private static String typed(Path nodes, String node, String... words) {
        var all =
                new ArrayList<>(
                        List.of(
                                "--data",
                                nodes.toString(),
                                "--node",
                                node,
                                "--officer",
                                "duty-officer"));
        all.addAll(List.of(words));
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit =
                new Commands((_, _) -> ExitCode.USAGE, stream, stream)
                        .run(all.toArray(String[]::new));
        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void await(Callable<Boolean> holds) {
        Awaitility.await().atMost(PATIENCE).until(holds);
    }
}
