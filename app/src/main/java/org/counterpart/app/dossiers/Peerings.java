package org.counterpart.app.dossiers;

import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.SignedCard;

import java.util.Optional;
import java.util.SortedSet;

/// Which nodes this one exchanges entries with; the area that keeps the peerings says so.
public interface Peerings {
    /// Whether both operators accepted the peering and neither has withdrawn it.
    boolean isInForce(NodeId node);

    /// Whether the two operators compared fingerprints by telephone; until then only H0 is sealed for it.
    boolean isPhoned(NodeId node);

    /// The newest card of a node with a peering in force.
    Optional<SignedCard> card(NodeId node);

    /// All nodes with a peering in force.
    SortedSet<NodeId> inForce();
}
