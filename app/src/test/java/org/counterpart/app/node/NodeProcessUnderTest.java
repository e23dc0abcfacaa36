package org.counterpart.app.node;

import org.awaitility.Awaitility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A node as its operator runs it: a process of its own, with signals, output and an exit code.
public final class NodeProcessUnderTest implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final Path data;
    private final String node;

    private NodeProcessUnderTest(Process process, Path output, Path data, String node) {
        this.process = process;
        this.output = output;
        this.data = data;
        this.node = node;
    }

    /// With words before the program, such as those that give it a disk of its own.
    public static NodeProcessUnderTest launch(
            List<String> before, String classPath, Path data, String node) throws IOException {
        List<String> words = new ArrayList<>(before);
        words.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "org.counterpart.app.Counterpart",
                        "start",
                        "--node",
                        node,
                        "--data",
                        data.toString()));
        Path output = Files.createTempFile("node-output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(new File("/"));
        builder.environment().keySet().removeIf(key -> key.startsWith("COUNTERPART_"));
        return new NodeProcessUnderTest(builder.start(), output, data, node);
    }

    /// As a terminal starts it.
    public static NodeProcessUnderTest launch(Path data, String node) throws IOException {
        // A session of its own, so that a signal can go to the whole group, as from a terminal; and
        // Ctrl-C is heard even
        // when whoever runs the tests has switched it off.
        return launch(
                List.of("env", "--default-signal=INT", "setsid"),
                System.getProperty("java.class.path"),
                data,
                node);
    }

    /// Waits until it serves.
    public NodeProcessUnderTest ready() {
        Awaitility.await("ready: " + output)
                .atMost(PATIENCE)
                .until(() -> said("ready in") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the node ended: " + output());
        }
        return this;
    }

    boolean said(String words) {
        return output().contains(words);
    }

    /// What it said so far.
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits for its end.
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the node does not end: " + output());
        }
        return process.exitValue();
    }

    /// What a terminal does at Ctrl-C: the signal goes to every process of the foreground group.
    void interruptGroup() throws Exception {
        signal("-INT", "-" + process.pid());
    }

    /// Sends a signal to the node alone.
    public void signal(String signal) throws Exception {
        signal(signal, "" + process.pid());
    }

    static void signal(String signal, String target) throws Exception {
        Process kill = new ProcessBuilder("kill", signal, "--", target).inheritIO().start();
        kill.waitFor();
    }

    /// The database server that belongs to this node's folder, while it lives.
    public Optional<ProcessHandle> server() {
        try {
            Path file = data.resolve(node).resolve("db/cluster/postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Nothing that works on this folder is left, whatever its name.
    void leavesNoProcess() {
        Awaitility.await("no process of " + data.resolve(node))
                .atMost(Duration.ofSeconds(30))
                .until(() -> ProcessHandle.allProcesses().noneMatch(this::isOurs));
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.isAlive()
                && handle.info().commandLine().orElse("").contains(data.resolve(node) + "/");
    }

    static Map<String, String> kept(Path data, String node) throws IOException {
        var found = new java.util.TreeMap<String, String>();
        for (String line : Files.readAllLines(data.resolve(node).resolve("node.properties"))) {
            if (!line.startsWith("#")) {
                found.put(
                        line.substring(0, line.indexOf('=')),
                        line.substring(line.indexOf('=') + 1));
            }
        }
        return found;
    }

    /// The number of the process.
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
