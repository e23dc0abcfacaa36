package org.counterpart.app.node;

/// Another process serves this node's folder.
final class AlreadyRunning extends NodeFailure {
    AlreadyRunning(NodeName node, String holder) {
        super(
                ExitCode.FAILED,
                "The node " + node + " is already running as process " + holder + ".",
                "Stop that one first, or start another node with --node NAME.");
    }
}
