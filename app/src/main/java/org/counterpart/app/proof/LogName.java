package org.counterpart.app.proof;

import org.counterpart.dossier.NodeId;

/// The name of a node's log, which follows from its identity: whoever holds the node's card knows what to trust.
public record LogName(NodeId node) {

    /// As it stands in checkpoints and exports.
    @Override
    public String toString() {
        return "counterpart/node/" + node;
    }
}
