package org.counterpart.app.federation;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// An operator keeps the card of another node. Nothing is exchanged until both operators accept.
@Component
public final class AddingPeer {
    private final Access access;
    private final Peers peers;
    private final OurCard ours;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Cryptography cryptography = new PublishedCryptography();

    AddingPeer(
            Access access,
            Peers peers,
            OurCard ours,
            Acts acts,
            TransactionOperations transactions,
            InstantSource clock) {
        this.access = access;
        this.peers = peers;
        this.ours = ours;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The card is kept.
        ///
        /// @param ended where the node was called until now, when that is over
        record Added(Peer peer, Optional<String> ended) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Keeps a card.
    ///
    /// @param via where to call the node in place of the addresses of its card; where none is named, an old one ends
    public Outcome add(Officer by, SignedCard card, Optional<String> via) {
        return Objects.requireNonNull(transactions.execute(_ -> decided(by, card, via)));
    }

    private Outcome decided(Officer by, SignedCard card, Optional<String> via) {
        if (access.decide(by, Action.Standing.MANAGE_PEERS)
                instanceof Decision.Denied(var ground)) {
            return new Outcome.Refused(ground);
        }
        Optional<FederationGround> ground = wrong(card, via);
        if (ground.isPresent()) {
            return new Outcome.Refused(ground.get());
        }
        peers.keepCard(card, clock.instant());
        Optional<String> before = peers.find(card.card().node()).flatMap(Peer::via);
        via.ifPresentOrElse(
                address -> peers.reach(card.card().node(), address),
                () -> peers.reachAsItsCardSays(card.card().node()));
        acts.leave(acts.of(by, "peer-added").about(new Code(card.card().node().hex())));
        return new Outcome.Added(
                peers.find(card.card().node()).orElseThrow(), before.filter(_ -> via.isEmpty()));
    }

    private Optional<FederationGround> wrong(SignedCard card, Optional<String> via) {
        if (!card.isGenuine(cryptography)) {
            return Optional.of(FederationGround.CARD_NOT_GENUINE);
        }
        if (card.card().node().equals(ours.card().card().node())) {
            return Optional.of(FederationGround.CARD_IS_OURS);
        }
        try {
            card.card().addresses().forEach(Addresses::check);
            via.ifPresent(Addresses::check);
        } catch (Malformed e) {
            return Optional.of(FederationGround.ADDRESS_MALFORMED);
        }
        return peers.find(card.card().node())
                .filter(known -> known.card().card().serial() > card.card().serial())
                .map(_ -> FederationGround.CARD_IS_OLDER);
    }
}
