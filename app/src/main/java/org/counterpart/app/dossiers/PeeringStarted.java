package org.counterpart.app.dossiers;

import org.counterpart.dossier.NodeId;

/// Both operators accept: entries are exchanged with this node from now on. Published inside the transaction.
public record PeeringStarted(NodeId node) {}
