package org.counterpart.app.dossiers;

import java.util.SortedSet;
import org.counterpart.dossier.NodeId;

/// Which nodes this one exchanges entries with; the area that keeps the peerings says so.
public interface Peerings {
    /// Whether both operators accepted the peering and neither has withdrawn it.
    boolean isInForce(NodeId node);

    /// Whether the two operators compared fingerprints by telephone; until then only H0 is sealed for it.
    boolean isPhoned(NodeId node);

    /// All nodes with a peering in force.
    SortedSet<NodeId> inForce();
}
