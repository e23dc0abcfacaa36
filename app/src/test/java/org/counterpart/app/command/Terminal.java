package org.counterpart.app.command;

import org.awaitility.Awaitility;
import org.counterpart.app.node.ExitCode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// A terminal at which one officer of one node types.
record Terminal(Path data, String node, String officer) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What a command left on the screen.
    record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        /// The code of a refusal.
        String code() {
            return json().path("code").stringValue("none");
        }
    }

    Ran run(String... words) {
        List<String> all =
                new ArrayList<>(
                        List.of("--data=" + data, "--node=" + node, "--officer=" + officer));
        all.addAll(Arrays.asList(words));
        return typed(all.toArray(String[]::new));
    }

    /// A whole line, as it stands.
    static Ran typed(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit =
                new Commands(
                                (_, _) -> ExitCode.FAILED,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(words);
        return new Ran(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The same, for a program.
    Ran asked(String... words) {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(Arrays.asList(words));
        return run(all.toArray(String[]::new));
    }

    /// What is answered to a program, where it must be done.
    JsonNode done(String... words) {
        Ran ran = asked(words);
        if (ran.exit() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + ran);
        }
        return ran.json();
    }

    /// Waits until the inbox has this entry in such a state.
    void waitsFor(String entry, String state) {
        until(
                inbox ->
                        inbox.path("items")
                                .valueStream()
                                .anyMatch(
                                        item ->
                                                Said.text(item, "entry").equals(entry)
                                                        && Said.text(item, "state").equals(state)),
                "inbox");
    }

    void until(Predicate<JsonNode> holds, String... words) {
        Awaitility.await().atMost(PATIENCE).until(() -> holds.test(done(words)));
    }
}
