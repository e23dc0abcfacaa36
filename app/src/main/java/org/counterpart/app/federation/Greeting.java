package org.counterpart.app.federation;

import org.counterpart.app.access.Acts;
import org.counterpart.app.dossiers.PeeringEnded;
import org.counterpart.app.dossiers.PeeringStarted;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;
import org.counterpart.ledger.Code;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// What two nodes tell each other of cards and acceptance, and what follows: a peering is in force while both accept.
@Component
class Greeting {
    private final Peers peers;
    private final OurCard ours;
    private final Pace pace;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Cryptography cryptography = new PublishedCryptography();

    Greeting(
            Peers peers,
            OurCard ours,
            Pace pace,
            Acts acts,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.peers = peers;
        this.ours = ours;
        this.pace = pace;
        this.acts = acts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// What we say to this node now.
    Hello to(NodeId node) {
        Peers.Word word = peers.nextWord(node, clock.instant());
        return new Hello(node, ours.card(), word.accepts(), word.number());
    }

    /// Takes what a node says of itself. The caller knows that this node said it.
    Optional<FederationGround> hear(NodeId node, Hello hello) {
        SignedCard card = hello.card();
        if (!hello.to().equals(ours.card().card().node())) {
            return Optional.of(FederationGround.NOT_ADDRESSED_TO_US);
        }
        if (hello.number() > clock.instant().plus(FederationLimits.NUMBER_AHEAD).toEpochMilli()) {
            return Optional.of(FederationGround.BODY_MALFORMED);
        }
        if (!card.card().node().equals(node) || !card.isGenuine(cryptography)) {
            return Optional.of(FederationGround.CARD_NOT_GENUINE);
        }
        return Objects.requireNonNull(transactions.execute(_ -> heard(node, hello)));
    }

    private Optional<FederationGround> heard(NodeId node, Hello hello) {
        Optional<Peer> before = peers.lock(node);
        if (before.isEmpty()) {
            return Optional.of(FederationGround.NODE_UNKNOWN);
        }
        if (!peers.isNews(node, hello.number())) {
            return Optional.of(FederationGround.REQUEST_REPLAYED);
        }
        long serial = before.get().card().card().serial();
        if (hello.card().card().serial() < serial) {
            return Optional.of(FederationGround.CARD_IS_OLDER);
        }
        boolean renewed = hello.card().card().serial() > serial;
        boolean changed = renewed || hello.accepts() != before.get().acceptsUs();
        if (changed && !pace.allowsChange(node)) {
            return Optional.of(FederationGround.TOO_MANY_REQUESTS);
        }
        if (renewed) {
            peers.keepCard(hello.card(), clock.instant());
            acts.leave(acts.ofNode(node, "card-renewed"));
        }
        peers.hear(node, hello.accepts());
        follow(before.get());
        return Optional.empty();
    }

    /// The other node said that it knows nothing of a peering with us.
    void notAccepted(NodeId node) {
        transactions.executeWithoutResult(
                _ ->
                        peers.lock(node)
                                .filter(Peer::acceptsUs)
                                .ifPresent(
                                        before -> {
                                            peers.hear(node, false);
                                            follow(before);
                                        }));
    }

    /// Says what changed of a peering, within the transaction that changed it.
    void follow(Peer before) {
        Peer after = peers.find(before.node()).orElseThrow();
        if (!before.isInForce() && after.isInForce()) {
            acts.leave(acts.ofThisNode("peering-in-force").about(new Code(after.node().hex())));
            events.publishEvent(new PeeringStarted(after.node()));
        }
        if (before.isInForce() && !after.isInForce()) {
            acts.leave(acts.ofThisNode("peering-ended").about(new Code(after.node().hex())));
            events.publishEvent(new PeeringEnded(after.node()));
        }
    }
}
