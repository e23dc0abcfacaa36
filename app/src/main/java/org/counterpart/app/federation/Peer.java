package org.counterpart.app.federation;

import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.SignedCard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A node whose card our operator was given, and where the peering stands.
///
/// @param via where our operator calls it instead of at the addresses of its card, such as a relay of ours
/// @param accepted by our operator, and not withdrawn
/// @param phoned the operators compared fingerprints
/// @param acceptsUs as the other node last said
/// @param told what of our card and decision the other node has confirmed
public record Peer(
        SignedCard card,
        Optional<String> via,
        boolean accepted,
        boolean phoned,
        boolean acceptsUs,
        Told told,
        Health health) {
    record Told(long serial, boolean accepts) {}

    /// How the last conversation went.
    public record Health(
            Optional<Instant> lastSpoke, Optional<Instant> failingFrom, Optional<String> failure) {}

    public NodeId node() {
        return card.card().node();
    }

    /// Whether entries are exchanged.
    public boolean isInForce() {
        return accepted && acceptsUs;
    }

    /// Where it is called, the first that answers.
    List<String> addresses() {
        return via.map(List::of).orElse(card.card().addresses());
    }

    boolean knows(SignedCard own) {
        return told.serial() == own.card().serial() && told.accepts() == accepted;
    }
}
