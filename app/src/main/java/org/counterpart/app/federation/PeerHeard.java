package org.counterpart.app.federation;

import org.counterpart.dossier.NodeId;

/// A request of this node, signed by it, came in: it can be reached again, or soon.
record PeerHeard(NodeId node) {}
