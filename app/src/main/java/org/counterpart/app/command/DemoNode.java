package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A node of the demo: a process of its own, and the commands of its officers.
final class DemoNode implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(90);
    private static final Duration TICK = Duration.ofMillis(100);

    /// Tells a node of the demo which process plays it, so that it ends with that one.
    static final String PLAYER = "counterpart.demo";

    private final String name;
    private final Path data;
    private final Process process;
    private final Set<ProcessHandle> family = new LinkedHashSet<>();
    private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();

    private DemoNode(String name, Path data, Process process) {
        this.name = name;
        this.data = data;
        this.process = process;
    }

    /// Starts the process; [#awaitReady] says when it serves.
    static DemoNode started(String name, Path data) {
        try {
            var builder = new ProcessBuilder(words(name, data));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(variable -> variable.startsWith("COUNTERPART_"));
            var node = new DemoNode(name, data, builder.start());
            Thread.ofVirtual().start(node::listen);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same program in the same way as this process runs it.
    private static List<String> words(String name, Path data) {
        String path = System.getProperty("java.class.path");
        String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words =
                new ArrayList<>(
                        List.of(
                                program,
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-D" + PLAYER + "=" + ProcessHandle.current().pid()));
        words.addAll(
                path.endsWith(".jar") && !path.contains(File.pathSeparator)
                        ? List.of("-jar", path)
                        : List.of("-cp", path, "org.counterpart.app.Counterpart"));
        words.addAll(List.of("--data", data.toString(), "--node", name, "--json", "start"));
        return words;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    told(JsonMapper.shared().readTree(line));
                }
            }
            ready.completeExceptionally(new IOException("the process ended"));
        } catch (IOException | JacksonException e) {
            ready.completeExceptionally(e);
        }
    }

    /// That it is ready, or why it cannot be.
    private void told(JsonNode said) {
        if (said.has("code")) {
            ready.completeExceptionally(new IOException(Said.text(said, "sentence")));
        } else {
            ready.complete(said);
        }
    }

    /// Waits until it serves.
    ///
    /// @return how long it took by its own clock
    Duration awaitReady(DemoSteps steps) {
        steps.await("the node " + name + " is ready", ready::isDone);
        if (ready.isCompletedExceptionally()) {
            throw failed();
        }
        return Duration.ofMillis(ready.resultNow().path("readyMillis").longValue(0));
    }

    private DemoFailed failed() {
        return new DemoFailed(
                "The node " + name + " did not start.",
                "Its log says why: " + data + "/" + name + "/log/node.log");
    }

    String name() {
        return name;
    }

    int federationPort() {
        JsonNode told = ready.getNow(JsonMapper.shared().createObjectNode());
        return URI.create(told.path("federationUrl").stringValue("https://127.0.0.1:1")).getPort();
    }

    /// What a command ended with.
    record Result(int exit, JsonNode json) {}

    /// Runs a command of an officer, the same that a person would type.
    Result run(String officer, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all =
                new ArrayList<>(
                        List.of(
                                "--data",
                                data.toString(),
                                "--node",
                                name,
                                "--officer",
                                officer,
                                "--json"));
        all.addAll(List.of(words));
        int exit =
                new Commands(
                                (_, _) -> ExitCode.USAGE,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(all.toArray(String[]::new));
        return new Result(exit, json(out.toString(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /// The same as a person types it.
    String command(String officer, String... words) {
        var all =
                new ArrayList<>(
                        List.of("--data", data.toString(), "--node", name, "--officer", officer));
        all.addAll(List.of(words));
        return Copyable.of(all);
    }

    /// Runs a command that must be done.
    JsonNode does(String officer, String... words) {
        Result result = run(officer, words);
        if (result.exit() != 0) {
            String code = result.json().path("code").stringValue("");
            throw new DemoFailed(
                    name
                            + ": ./counterpart "
                            + String.join(" ", words)
                            + " ended with "
                            + result.exit()
                            + (code.isEmpty() ? "." : " " + code + "."),
                    result.json()
                            .path("sentence")
                            .stringValue("See " + data + "/" + name + "/log/node.log"));
        }
        return result.json();
    }

    /// Tells the process to stop as Ctrl-C does, and does not wait.
    void tell() {
        boolean _ = isAnyAlive();
        process.destroy();
    }

    /// Stops the process, and waits for its database to be down, also where that outlives it for a moment.
    @Override
    public void close() {
        tell();
        try {
            for (Duration waited = Duration.ZERO;
                    waited.compareTo(FAREWELL) < 0 && isAnyAlive();
                    waited = waited.plus(TICK)) {
                Thread.sleep(TICK);
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnyAlive() {
        process.descendants().forEach(family::add);
        return process.isAlive() || family.stream().anyMatch(ProcessHandle::isAlive);
    }

    /// Bytes of memory that the process and its database hold, as the system counts them; 0 where it does not tell.
    long memory() {
        return ProcessMemory.of(process.toHandle());
    }
}
