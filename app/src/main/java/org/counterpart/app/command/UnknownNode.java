package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

import java.util.List;

/// No node of that name was ever made in the folder of nodes.
final class UnknownNode extends CommandFailure {
    UnknownNode(Root root, List<String> known) {
        super(
                ExitCode.USAGE,
                "NODE_UNKNOWN",
                "There is no node " + root.node() + " in " + root.data() + ".",
                (known.isEmpty() ? "" : "There is: " + String.join(", ", known) + ". ")
                        + "Make it with: "
                        + root.startCommand());
    }
}
