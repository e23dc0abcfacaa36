package org.counterpart.app.federation;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.dossier.SignedCard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/// Shows our own card, and the peers with where each peering stands.
@Component
public class ListingPeers {
    private final Access access;
    private final Peers peers;
    private final OurCard ours;

    ListingPeers(Access access, Peers peers, OurCard ours) {
        this.access = access;
        this.peers = peers;
        this.ours = ours;
    }

    /// What comes of looking.
    public sealed interface Seen {
        record Known(SignedCard ours, List<Peer> peers) implements Seen {}

        record Refused(Refusal refusal) implements Seen {}
    }

    /// Everything about peers.
    @Transactional
    public Seen see(Officer by) {
        return access.decide(by, Action.Standing.SEE_PEERS) instanceof Decision.Denied(var ground)
                ? new Seen.Refused(ground)
                : new Seen.Known(ours.card(), peers.list());
    }

    /// The one peer that is meant by the start of its node id, or by its state where it is the only one there.
    public Optional<Peer> named(String text) {
        List<Peer> found =
                peers.list().stream()
                        .filter(
                                peer ->
                                        peer.card().card().state().letters().equalsIgnoreCase(text)
                                                || (text.length() >= 8
                                                        && peer.node().hex().startsWith(text)))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
