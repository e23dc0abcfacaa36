package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Real processes and real signals: what an operator, a terminal, a crash and a power cut do to a node.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOfANodeTest {
    private static final int ENDED_BY_INT = 130;
    private static final int ENDED_BY_TERM = 143;
    private Path top = Path.of(".");
    private Path data = Path.of(".");

    @BeforeAll
    void makeFolder() throws Exception {
        top = Files.createTempDirectory("counterpart-life-");
        TestFolders.letOthersThrough(top);
        data = top.resolve("data");
    }

    @AfterAll
    void removeFolder() {
        TestFolders.delete(top);
    }

    @Test
    void survivesEveryWayToEndAndContinuesWithTheSameKeysPortsAndData() throws Exception {
        byte[] keys = startsTwiceOnlyOnce();
        stopsItsServerWhenKilled(keys);
        stopsWhenItIsToldWhileItStarts();
        takesOverAServerWhoseKeeperWasKilledToo(keys);
        startsAServerAgainThatWasKilled();
    }

    /// Also: Ctrl-C reaches the whole group, and nothing stays.
    private byte[] startsTwiceOnlyOnce() throws Exception {
        try (var first = NodeProcessUnderTest.launch(data, "sg").ready()) {
            byte[] keys = Files.readAllBytes(data.resolve("sg/keys.p12"));
            try (var second = NodeProcessUnderTest.launch(data, "sg")) {
                assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED.number());
                assertThat(second.output())
                        .containsPattern(
                                "The node sg is already running as process \\d+\\. .*NODE_FAILED")
                        .contains("Stop that one first, or start another node with --node NAME.");
            }
            assertThat(first.output()).contains("officers", "federation", "database");
            first.interruptGroup();
            assertThat(first.exitCode()).isEqualTo(ENDED_BY_INT);
            first.leavesNoProcess();
            assertThat(Files.readString(data.resolve("sg/log/database.log")))
                    .contains("database system is shut down");
            assertThat(Files.readString(data.resolve("sg/log/node.log")))
                    .doesNotContain("level=error", "ledger.round-failed");
            return keys;
        }
    }

    private void stopsItsServerWhenKilled(byte[] keys) throws Exception {
        var ports = NodeProcessUnderTest.kept(data, "sg");
        try (var node = NodeProcessUnderTest.launch(data, "sg").ready()) {
            node.signal("-KILL");
            node.leavesNoProcess();
        }
        assertThat(Files.readAllBytes(data.resolve("sg/keys.p12"))).isEqualTo(keys);
        assertThat(NodeProcessUnderTest.kept(data, "sg"))
                .isEqualTo(ports)
                .containsKeys("officers-port", "federation-port");
    }

    /// As after the out-of-memory killer went through: the server lives, nobody watches it.
    private void takesOverAServerWhoseKeeperWasKilledToo(byte[] keys) throws Exception {
        try (var node = NodeProcessUnderTest.launch(data, "sg").ready()) {
            ProcessHandle server = node.server().orElseThrow();
            for (ProcessHandle keeper : keepersOf(server)) {
                NodeProcessUnderTest.signal("-KILL", "" + keeper.pid());
            }
            node.signal("-KILL");
            node.exitCode();
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(Files.readAllBytes(data.resolve("sg/keys.p12"))).isEqualTo(keys);
    }

    private void stopsWhenItIsToldWhileItStarts() throws Exception {
        try (var node = NodeProcessUnderTest.launch(data, "sg")) {
            Awaitility.await()
                    .atMost(NodeProcessUnderTest.PATIENCE)
                    .until(() -> node.server().isPresent());
            assertThat(node.said("ready in")).isFalse();
            node.signal("-TERM");
            assertThat(node.exitCode()).isEqualTo(ENDED_BY_TERM);
            node.leavesNoProcess();
        }
    }

    private void startsAServerAgainThatWasKilled() throws Exception {
        try (var node = NodeProcessUnderTest.launch(data, "sg").ready()) {
            ProcessHandle server = node.server().orElseThrow();
            NodeProcessUnderTest.signal("-KILL", "" + server.pid());
            Awaitility.await()
                    .atMost(NodeProcessUnderTest.PATIENCE)
                    .until(
                            () ->
                                    node.server()
                                            .filter(
                                                    now ->
                                                            now.pid() != server.pid()
                                                                    && now.isAlive())
                                            .isPresent());
            node.signal("-TERM");
            assertThat(node.exitCode()).isEqualTo(ENDED_BY_TERM);
            node.leavesNoProcess();
        }
    }

    /// The script and its watcher: the session of the server, without the server and its own children.
    private static List<ProcessHandle> keepersOf(ProcessHandle server) {
        ProcessHandle script = server.parent().orElseThrow();
        List<ProcessHandle> found =
                new java.util.ArrayList<>(
                        script.children().filter(child -> child.pid() != server.pid()).toList());
        found.add(script);
        return found;
    }
}
