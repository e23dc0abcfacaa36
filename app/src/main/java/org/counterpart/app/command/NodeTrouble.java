package org.counterpart.app.command;

import org.counterpart.app.node.NodeFailure;

/// What the node itself says when it cannot start, for the person at the terminal. A setting that cannot be meant is a
/// misuse, and told as one.
final class NodeTrouble extends CommandFailure {
    NodeTrouble(NodeFailure failure) {
        super(failure.exitCode(), "NODE_FAILED", failure.sentence(), "");
    }
}
