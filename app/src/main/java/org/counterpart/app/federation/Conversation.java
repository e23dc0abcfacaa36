package org.counterpart.app.federation;

import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.node.Room;
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
    private final Room room;
    private final InstantSource clock;

    Conversation(
            Peers peers,
            Greeting greeting,
            Exchanging exchanging,
            PeerClient client,
            OwnKeys keys,
            Room room,
            InstantSource clock) {
        this.peers = peers;
        this.greeting = greeting;
        this.exchanging = exchanging;
        this.client = client;
        this.keys = keys;
        this.room = room;
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
        var rounds = new Rounds();
        byte[] before = {};
        while (rounds.areLeft()) {
            Batch ask = exchanging.ask(peer.node());
            byte[] bytes = ask.bytes();
            if (before.length > 0 && (ask.isEmpty() || Arrays.equals(bytes, before))) {
                return new Outcome.Said();
            }
            before = bytes;
            Optional<Outcome> failed = say(peer, ask, rounds);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        return new Outcome.MoreToSay();
    }

    /// How many more requests belong into this turn; a peer that always has a reason for another must not keep us.
    private static final class Rounds {
        private int left = FederationLimits.ROUNDS;

        boolean areLeft() {
            return left > 0;
        }

        boolean take() {
            return left-- > 0;
        }
    }

    /// One request, and those that its response makes due.
    private Optional<Outcome> say(Peer peer, Batch first, Rounds rounds) {
        Optional<Batch> next = Optional.of(first);
        while (next.isPresent() && rounds.take()) {
            switch (client.post(peer, BatchDoor.PATH, next.get().bytes())) {
                case Reply.Answered(var body) -> {
                    Optional<FederationGround> ground = closed(peer);
                    Optional<Batch> response = read(peer, body.bytes());
                    if (ground.isPresent() || response.isEmpty()) {
                        return Optional.of(
                                new Outcome.Failed(
                                        ground.orElse(FederationGround.BODY_MALFORMED).code()));
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

    /// A response is taken under the same rules as a request at our door.
    private Optional<FederationGround> closed(Peer peer) {
        if (!peers.isInForce(peer.node())) {
            return Optional.of(FederationGround.PEERING_NOT_IN_FORCE);
        }
        return room.isLeft() ? Optional.empty() : Optional.of(FederationGround.NO_ROOM);
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
