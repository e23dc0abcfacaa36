package org.counterpart.app.federation;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.Code;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.util.Objects;
import java.util.Optional;

/// An operator accepts a peering, after comparing the fingerprint by telephone, or withdraws it.
///
/// The fingerprint is typed as the other operator read it aloud, so that nobody accepts by a click: a card that was
/// exchanged on its way shows here. A slip of the hand that no card's fingerprint can be is told as such, and is nothing
/// for the ledger.
@Component
public final class DecidingPeering {
    private final Access access;
    private final Peers peers;
    private final Greeting greeting;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    DecidingPeering(
            Access access,
            Peers peers,
            Greeting greeting,
            Acts acts,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.access = access;
        this.peers = peers;
        this.greeting = greeting;
        this.acts = acts;
        this.transactions = transactions;
        this.events = events;
    }

    /// What came of it.
    public sealed interface Outcome {
        record Decided(Peer peer) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Accepts.
    ///
    /// @param heard the fingerprint, with or without spaces
    public Outcome accept(Officer by, NodeId node, String heard) {
        return decide(by, node, peer -> accepted(by, peer, heard));
    }

    /// Withdraws: nothing is exchanged from now on, and the other node is told.
    public Outcome withdraw(Officer by, NodeId node) {
        return decide(by, node, peer -> withdrawn(by, peer));
    }

    private interface Step {
        Optional<FederationGround> take(Peer peer);
    }

    private Outcome decide(Officer by, NodeId node, Step step) {
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            if (access.decide(by, Action.Standing.MANAGE_PEERS)
                                    instanceof Decision.Denied(var ground)) {
                                return new Outcome.Refused(ground);
                            }
                            return peers.lock(node)
                                    .map(peer -> decided(peer, step))
                                    .orElseGet(
                                            () ->
                                                    new Outcome.Refused(
                                                            FederationGround.PEER_UNKNOWN));
                        }));
    }

    private Outcome decided(Peer peer, Step step) {
        Optional<FederationGround> ground = step.take(peer);
        if (ground.isPresent()) {
            return new Outcome.Refused(ground.get());
        }
        greeting.follow(peer);
        events.publishEvent(new PeeringDecided(peer.node()));
        return new Outcome.Decided(peers.find(peer.node()).orElseThrow());
    }

    private Optional<FederationGround> accepted(Officer by, Peer peer, String heard) {
        String right = digits(peer.card().card().fingerprint());
        String typed = digits(heard);
        if (typed.length() != right.length()) {
            return Optional.of(FederationGround.FINGERPRINT_LENGTH);
        }
        if (!typed.equals(right)) {
            acts.leave(acts.of(by, "fingerprint-differs").about(new Code(peer.node().hex())));
            return Optional.of(FederationGround.FINGERPRINT_DIFFERS);
        }
        if (peer.accepted()) {
            return Optional.of(FederationGround.DECISION_UNCHANGED);
        }
        peers.decide(peer.node(), true, true);
        acts.leave(acts.of(by, "peering-accepted").about(new Code(peer.node().hex())));
        return Optional.empty();
    }

    /// People write the groups apart, each in their way.
    private static String digits(String fingerprint) {
        return fingerprint.replaceAll("[^0-9]", "");
    }

    private Optional<FederationGround> withdrawn(Officer by, Peer peer) {
        if (!peer.accepted()) {
            return Optional.of(FederationGround.DECISION_UNCHANGED);
        }
        peers.decide(peer.node(), false, peer.phoned());
        acts.leave(acts.of(by, "peering-withdrawn").about(new Code(peer.node().hex())));
        return Optional.empty();
    }
}
