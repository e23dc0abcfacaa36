package org.counterpart.app.dossiers;

import org.counterpart.dossier.NodeId;

/// One operator withdrew: nothing is exchanged with this node any more. Published inside the transaction.
public record PeeringEnded(NodeId node) {}
