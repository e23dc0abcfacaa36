package org.counterpart.app.node;

/// What the process says to the shell when it ends.
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    REFUSED(3),
    UNREACHABLE(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// The number of this code, stable for scripts.
    public int number() {
        return number;
    }
}
