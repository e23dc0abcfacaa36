package org.counterpart.app.federation;

import org.counterpart.dossier.NodeId;

/// Our operator decided about a peering, or our card changed: the other node is to be told.
record PeeringDecided(NodeId node) {}
