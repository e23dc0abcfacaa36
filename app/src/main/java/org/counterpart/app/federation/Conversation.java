package org.counterpart.app.federation;

import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.dossier.Malformed;
import org.counterpart.replication.Batch;
import org.counterpart.replication.Exchanging;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/// One conversation with one peer: cards first where they are news, then batches until both have said all.
///
/// What is to be said is computed from what is stored each time, so a conversation that breaks off anywhere is simply
/// held again.
@Component
class Conversation {
    private final Peers peers;
    private final Greeting greeting;
    private final Exchanging exchanging;
    private final PeerClient client;
    private final OwnKeys keys;
    private final InstantSource clock;

    Conversation(
            Peers peers,
            Greeting greeting,
            Exchanging exchanging,
            PeerClient client,
            OwnKeys keys,
            InstantSource clock) {
        this.peers = peers;
        this.greeting = greeting;
        this.exchanging = exchanging;
        this.client = client;
        this.keys = keys;
        this.clock = clock;
    }

    /// How it went.
    sealed interface Outcome {
        /// All is said, for now.
        record Said() implements Outcome {}

        /// Both had more to say than belongs into one turn.
        record MoreToSay() implements Outcome {}

        record Failed(String code) implements Outcome {}
    }

    /// Holds it, and notes for people how it went.
    Outcome hold(Peer peer) {
        Outcome outcome = talk(peer);
        if (outcome instanceof Outcome.Failed(String code)) {
            peers.failed(peer.node(), code, clock.instant());
        } else {
            peers.spoke(peer.node(), clock.instant());
        }
        return outcome;
    }

    private Outcome talk(Peer peer) {
        if (!peer.knows(keys.now().card()) || (peer.accepted() && !peer.acceptsUs())) {
            Optional<Outcome> failed = greet(peer);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        Peer now = peers.find(peer.node()).orElse(peer);
        return now.isInForce() ? exchange(now) : new Outcome.Said();
    }

    /// Tells our card and decision, and hears the other's.
    Optional<Outcome> greet(Peer peer) {
        Hello ours = greeting.to(peer.node());
        return switch (client.post(peer, Hello.PATH, ours.bytes())) {
            case Reply.Answered(var body) -> {
                Optional<String> ground = hear(peer, body.bytes());
                if (ground.isEmpty()) {
                    peers.told(peer.node(), ours.card().card().serial(), ours.accepts());
                }
                yield ground.map(Outcome.Failed::new);
            }
            case Reply reply -> Optional.of(failed(peer, reply));
        };
    }

    private Optional<String> hear(Peer peer, byte[] bytes) {
        try {
            return greeting.hear(peer.node(), Hello.read(bytes)).map(FederationGround::code);
        } catch (Malformed e) {
            return Optional.of(FederationGround.BODY_MALFORMED.code());
        }
    }

    private Outcome exchange(Peer peer) {
        byte[] before = {};
        for (int round = 0; round < FederationLimits.ROUNDS; round++) {
            Batch ask = exchanging.ask(peer.node());
            byte[] bytes = ask.bytes();
            if (round > 0 && (ask.isEmpty() || Arrays.equals(bytes, before))) {
                return new Outcome.Said();
            }
            before = bytes;
            Optional<Outcome> failed = say(peer, Optional.of(ask));
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        return new Outcome.MoreToSay();
    }

    /// One request, and those that its response makes due.
    private Optional<Outcome> say(Peer peer, Optional<Batch> first) {
        Optional<Batch> next = first;
        for (int round = 0; next.isPresent() && round < FederationLimits.ROUNDS; round++) {
            switch (client.post(peer, BatchDoor.PATH, next.get().bytes())) {
                case Reply.Answered(var body) -> {
                    Optional<Batch> response = read(peer, body.bytes());
                    if (response.isEmpty()) {
                        return Optional.of(
                                new Outcome.Failed(FederationGround.BODY_MALFORMED.code()));
                    }
                    next = exchanging.conclude(response.get());
                }
                case Reply reply -> {
                    return Optional.of(failed(peer, reply));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Batch> read(Peer peer, byte[] bytes) {
        try {
            return Optional.of(Batch.read(bytes))
                    .filter(batch -> batch.from().equals(peer.node()))
                    .filter(batch -> batch.to().equals(keys.now().node()));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /// A node that says that no peering is in force has not accepted us, or has withdrawn.
    private Outcome failed(Peer peer, Reply reply) {
        return switch (reply) {
            case Reply.Refused(String code, _) -> {
                if (code.equals(FederationGround.PEERING_NOT_IN_FORCE.code())
                        || code.equals(FederationGround.NODE_UNKNOWN.code())) {
                    greeting.notAccepted(peer.node());
                }
                yield new Outcome.Failed(code);
            }
            case Reply.Unreached(var ground) -> new Outcome.Failed(ground.code());
            case Reply.Answered _ -> throw new IllegalArgumentException("an answer is no failure");
        };
    }
}
