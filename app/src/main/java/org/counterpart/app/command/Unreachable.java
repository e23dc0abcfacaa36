package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

/// No node answers where this one should be.
final class Unreachable extends CommandFailure {
    Unreachable(Root root, String why) {
        super(
                ExitCode.UNREACHABLE,
                "NODE_UNREACHABLE",
                "The node " + root.node() + " does not answer: " + why + ".",
                "Start it with: " + root.startCommand());
    }
}
