package org.counterpart.app.node;

/// Why a node cannot start or go on, as one plain sentence for its operator and an exit code for scripts.
public abstract class NodeFailure extends RuntimeException {
    private final ExitCode exitCode;

    NodeFailure(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    NodeFailure(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /// The sentence; never empty, unlike [#getMessage].
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// What the process says to the shell.
    public ExitCode exitCode() {
        return exitCode;
    }
}
