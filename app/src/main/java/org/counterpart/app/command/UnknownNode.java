package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeName;

import java.nio.file.Path;
import java.util.List;

/// No node of that name was ever made in the folder of nodes.
final class UnknownNode extends CommandFailure {
    UnknownNode(NodeName node, Path data, List<String> known) {
        super(
                ExitCode.USAGE,
                "NODE_UNKNOWN",
                "There is no node " + node + " in " + data + ".",
                known.isEmpty()
                        ? "Make it with: ./counterpart start --node " + node
                        : "There is: " + String.join(", ", known));
    }
}
