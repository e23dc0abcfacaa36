package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeName;

/// No node answers where this one should be.
final class Unreachable extends CommandFailure {
    Unreachable(NodeName node, String why) {
        super(
                ExitCode.UNREACHABLE,
                "NODE_UNREACHABLE",
                "The node " + node + " does not answer: " + why + ".",
                "Start it with: ./counterpart start --node " + node);
    }
}
