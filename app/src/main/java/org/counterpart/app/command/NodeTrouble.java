package org.counterpart.app.command;

import org.counterpart.app.node.NodeFailure;

/// What the node itself says when it cannot start, for the person at the terminal. A setting that cannot be meant is a
/// misuse, and told as one.
final class NodeTrouble extends CommandFailure {
    /// Where the node knows no step, its log is the next one.
    NodeTrouble(Root root, NodeFailure failure) {
        super(
                failure.exitCode(),
                "NODE_FAILED",
                failure.sentence(),
                failure.next().orElseGet(() -> "Its log says more: " + root.folder().log()));
    }
}
