package org.counterpart.app.node;

import java.util.Optional;

/// Why a node cannot start or go on, as one plain sentence for its operator, the next step where there is one of its own,
/// and an exit code for scripts.
public abstract class NodeFailure extends RuntimeException {
    private final ExitCode exitCode;
    private final String sentence;
    private final String next;

    /// @param next what to do now; empty where only the log can say it
    NodeFailure(ExitCode exitCode, String sentence, String next) {
        super(message(sentence, next));
        this.exitCode = exitCode;
        this.sentence = sentence;
        this.next = next;
    }

    /// @param next as above
    NodeFailure(ExitCode exitCode, String sentence, String next, Throwable cause) {
        super(message(sentence, next), cause);
        this.exitCode = exitCode;
        this.sentence = sentence;
        this.next = next;
    }

    private static String message(String sentence, String next) {
        return next.isEmpty() ? sentence : sentence + " " + next;
    }

    /// What is wrong; never empty, unlike [#getMessage].
    public String sentence() {
        return sentence;
    }

    /// What to do now, where it is not for the log to say.
    public Optional<String> next() {
        return next.isEmpty() ? Optional.empty() : Optional.of(next);
    }

    /// What the process says to the shell.
    public ExitCode exitCode() {
        return exitCode;
    }
}
