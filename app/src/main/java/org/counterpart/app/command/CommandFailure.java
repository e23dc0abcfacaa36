package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Why a command did not do what it was asked: a code, one plain sentence, and the next step to take.
abstract class CommandFailure extends RuntimeException {
    private final ExitCode exitCode;
    private final String code;
    private final String next;

    CommandFailure(ExitCode exitCode, String code, String sentence, String next) {
        super(sentence);
        this.exitCode = exitCode;
        this.code = code;
        this.next = next;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /// The next step, when there is one.
    Optional<String> next() {
        return next.isBlank() ? Optional.empty() : Optional.of(next);
    }

    /// The same for a program.
    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("sentence", sentence());
        next().ifPresent(step -> fields.put("next", step));
        return fields;
    }
}
