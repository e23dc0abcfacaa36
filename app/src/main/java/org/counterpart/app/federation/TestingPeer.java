package org.counterpart.app.federation;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes the way to a peer step by step, and stops at the first that fails: so a help desk knows what to mend.
///
/// It says the same hello as the outbox, so what it finds is what the outbox meets.
@Component
public final class TestingPeer {
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);
    private static final int SAID_ANEW = 3;

    private final Access access;
    private final Peers peers;
    private final PeerClient client;
    private final Greeting greeting;
    private final Acts acts;
    private final TransactionOperations transactions;

    TestingPeer(
            Access access,
            Peers peers,
            PeerClient client,
            Greeting greeting,
            Acts acts,
            TransactionOperations transactions) {
        this.access = access;
        this.peers = peers;
        this.client = client;
        this.greeting = greeting;
        this.acts = acts;
        this.transactions = transactions;
    }

    /// The steps, in their order.
    public enum Step {
        /// The host name of the first address has an IP address.
        NAME_RESOLVES,
        /// Something listens there.
        PORT_ANSWERS,
        /// It has the TLS key of the card, and understands a signed request.
        NODE_ANSWERS,
        /// The clocks differ by less than two minutes.
        CLOCKS_AGREE,
        WE_ACCEPT,
        THEY_ACCEPT;

        /// The stable code.
        public String code() {
            return "FEDERATION_STEP_" + name();
        }
    }

    /// How far it went.
    ///
    /// @param failure why the last step did not hold; empty when all did
    public record Findings(Peer peer, List<Step> held, Optional<Failure> failure) {}

    /// A step that did not hold.
    ///
    /// @param code of the registry of refusals
    public record Failure(Step step, String code) {}

    /// What comes of it.
    public sealed interface Outcome {
        record Tested(Findings findings) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Tests the way to a peer.
    public Outcome test(Officer by, Peer peer) {
        Optional<Refusal> denied =
                transactions.execute(
                        _ -> {
                            if (access.decide(by, Action.Standing.MANAGE_PEERS)
                                    instanceof Decision.Denied(var ground)) {
                                return Optional.<Refusal>of(ground);
                            }
                            acts.leave(
                                    acts.of(by, "peer-tested").about(new Code(peer.node().hex())));
                            return Optional.<Refusal>empty();
                        });
        return denied.<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Tested(findings(peer)));
    }

    private Findings findings(Peer peer) {
        var held = new ArrayList<Step>();
        Optional<Failure> failure = reach(peer, held).or(() -> speak(peer, held));
        return new Findings(peers.find(peer.node()).orElse(peer), List.copyOf(held), failure);
    }

    private static Optional<Failure> reach(Peer peer, List<Step> held) {
        if (peer.addresses().isEmpty()) {
            return failure(Step.NAME_RESOLVES, UnreachedGround.NO_ADDRESS.code());
        }
        URI address = URI.create(peer.addresses().getFirst());
        InetAddress host;
        try {
            host = InetAddress.getByName(address.getHost());
        } catch (UnknownHostException e) {
            return failure(Step.NAME_RESOLVES, UnreachedGround.NAME_UNKNOWN.code());
        }
        held.add(Step.NAME_RESOLVES);
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(host, address.getPort()),
                    (int) FederationLimits.CONNECT.toMillis());
        } catch (IOException e) {
            return failure(Step.PORT_ANSWERS, UnreachedGround.CONNECTION_REFUSED.code());
        }
        held.add(Step.PORT_ANSWERS);
        return Optional.empty();
    }

    /// The outbox says hello to the same peer meanwhile, and of two hellos the later counts: one that was overtaken on its
    /// way is said anew.
    private Optional<Failure> speak(Peer peer, List<Step> held) {
        Optional<Failure> failure = speakOnce(peer, held);
        for (int again = 0; again < SAID_ANEW && isOvertaken(failure); again++) {
            failure = speakOnce(peer, held);
        }
        return failure;
    }

    private static boolean isOvertaken(Optional<Failure> failure) {
        return failure.filter(of -> of.code().equals(FederationGround.REQUEST_REPLAYED.code()))
                .isPresent();
    }

    private Optional<Failure> speakOnce(Peer peer, List<Step> held) {
        Hello ours = greeting.to(peer.node());
        return switch (client.post(peer, Hello.PATH, ours.bytes())) {
            case Reply.Unreached(var ground) -> failure(Step.NODE_ANSWERS, ground.code());
            case Reply.Refused(String code, _)
                    when code.equals(FederationGround.NODE_UNKNOWN.code()) -> {
                held.addAll(List.of(Step.NODE_ANSWERS, Step.CLOCKS_AGREE));
                yield failure(Step.THEY_ACCEPT, StepGround.THEY_LACK_OUR_CARD.code());
            }
            case Reply.Refused(String code, _) -> failure(Step.NODE_ANSWERS, code);
            case Reply.Answered(var body) -> judge(peer, body, held);
        };
    }

    private Optional<Failure> judge(Peer peer, Reply.Body body, List<Step> held) {
        Optional<String> ground = heard(peer, body);
        if (ground.isPresent()) {
            return failure(Step.NODE_ANSWERS, ground.get());
        }
        held.add(Step.NODE_ANSWERS);
        if (body.ahead().abs().compareTo(CLOCKS_APART) > 0) {
            return failure(Step.CLOCKS_AGREE, StepGround.CLOCKS_DIFFER.code());
        }
        held.add(Step.CLOCKS_AGREE);
        Peer now = peers.find(peer.node()).orElse(peer);
        if (!now.accepted()) {
            return failure(Step.WE_ACCEPT, StepGround.WE_HAVE_NOT_ACCEPTED.code());
        }
        held.add(Step.WE_ACCEPT);
        if (!now.acceptsUs()) {
            return failure(Step.THEY_ACCEPT, StepGround.THEY_HAVE_NOT_ACCEPTED.code());
        }
        held.add(Step.THEY_ACCEPT);
        return Optional.empty();
    }

    private Optional<String> heard(Peer peer, Reply.Body body) {
        try {
            return greeting.hear(peer.node(), Hello.read(body.bytes())).map(FederationGround::code);
        } catch (org.counterpart.dossier.Malformed e) {
            return Optional.of(UnreachedGround.ANSWER_NOT_UNDERSTOOD.code());
        }
    }

    private static Optional<Failure> failure(Step step, String code) {
        return Optional.of(new Failure(step, code));
    }
}
