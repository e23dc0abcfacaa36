package org.counterpart.app.command;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Where a verb shows its result: words for a person, or with `--json` one line of JSON for a program.
final class Screen {
    private final Root root;
    private final PrintStream out;
    private final PrintStream err;

    Screen(Root root, PrintStream out, PrintStream err) {
        this.root = root;
        this.out = out;
        this.err = err;
    }

    /// Shows one result; only the form that is wanted is made.
    void show(String words, Supplier<Object> json) {
        out.println(
                root.json()
                        ? JsonMapper.shared().writeValueAsString(json.get())
                        : Printable.of(words));
        out.flush();
    }

    /// Shows why something was not done, with the next step.
    void showFailure(CommandFailure failure) {
        if (root.json()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("code", failure.code());
            fields.put("sentence", failure.sentence());
            failure.next().ifPresent(next -> fields.put("next", next));
            out.println(JsonMapper.shared().writeValueAsString(fields));
        }
        showProblem(failure.sentence());
        failure.next().ifPresent(this::showProblem);
    }

    void showProblem(String sentence) {
        err.println(Printable.of(sentence));
        err.flush();
    }
}
