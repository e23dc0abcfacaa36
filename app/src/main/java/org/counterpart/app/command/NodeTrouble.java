package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeFailure;

/// What the node itself says when it cannot start or a setting cannot be meant, for the person at the terminal.
final class NodeTrouble extends CommandFailure {
    NodeTrouble(NodeFailure failure) {
        super(failure.exitCode(), code(failure.exitCode()), failure.sentence(), "");
    }

    private static String code(ExitCode exit) {
        return exit == ExitCode.USAGE ? "COMMAND_MISUSED" : "NODE_FAILED";
    }
}
