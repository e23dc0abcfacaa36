package org.counterpart.dossier;

/// A node that belongs to a dossier, with its newest card.
///
/// @param steward may add and remove members
public record Member(SignedCard card, boolean steward) {
    public NodeId node() {
        return card.card().node();
    }
}
