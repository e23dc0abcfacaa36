package org.counterpart.app.node;

/// A listener's port belongs to another program now.
final class PortTaken extends NodeFailure {
    private final int port;

    PortTaken(Setting setting, int port) {
        super(
                ExitCode.FAILED,
                "Port " + port + " (" + setting.key() + ") is taken by another program.",
                "Stop that program, or set " + setting.variable() + " to a free port.");
        this.port = port;
    }

    int port() {
        return port;
    }
}
