package org.counterpart.replication;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Guards;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.SealingKey;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.StateCode;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.Writer;
import org.counterpart.dossier.Writing;
import org.counterpart.dossier.Written;
import org.counterpart.replication.memory.Journal;
import org.counterpart.replication.memory.MemoryStore;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/// A node over a store in memory, with published cryptography; its power can be cut before any write.
final class ANode {
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();

    /// The power went off.
    static final class PowerCut extends RuntimeException {}

    private final NodeKeys keys;
    private final Replication replication;
    private final Tools tools;
    private final Exchanging exchanging;
    private final Journal journal;
    private final MemoryStore store;
    private Instant now = NOON;
    private int writesUntilPowerCut = Integer.MAX_VALUE;

    ANode(String state) {
        this(state, Limits.STANDARD);
    }

    ANode(String state, Limits limits) {
        var random = new Random(state.hashCode());
        Secret signing = Cryptography.draw(random);
        Secret sealing = Cryptography.draw(random);
        keys = keys(state, signing, sealing);
        journal = new Journal(this::beforeWrite);
        store = new MemoryStore(journal);
        InstantSource clock = () -> now;
        tools = new Tools(CRYPTOGRAPHY, random, clock, limits, Guards.ALL);
        replication = new Replication(() -> keys, tools);
        exchanging = new Exchanging(replication, this::transactions);
    }

    private static NodeKeys keys(String state, Secret signing, Secret sealing) {
        byte[] signingKey = CRYPTOGRAPHY.signingKey(signing);
        var open =
                new SealingKey(
                        Fields.encoded(CRYPTOGRAPHY.sealingKey(sealing)),
                        NOON.plusSeconds(30 * 86_400L));
        var card =
                new Card(
                        NodeId.of(signingKey),
                        new StateCode(state),
                        1,
                        List.of("https://" + state + ".example:9440"),
                        Fields.encoded(signingKey),
                        open,
                        Digest.of(signingKey),
                        "Operations room");
        return new NodeKeys(
                SignedCard.sign(card, signing, CRYPTOGRAPHY),
                signing,
                List.of(new NodeKeys.Sealing(open.id(), sealing)));
    }

    private void beforeWrite() {
        if (--writesUntilPowerCut < 0) {
            throw new PowerCut();
        }
    }

    private <T> T transactions(Function<Store, T> work) {
        try {
            T result = work.apply(store);
            journal.commit();
            return result;
        } catch (PowerCut e) {
            journal.rollBack();
            throw e;
        }
    }

    NodeId id() {
        return keys.node();
    }

    SignedCard card() {
        return keys.card();
    }

    /// A newer card that shows another key to seal to.
    SignedCard renewedCard() {
        return renewedCard(Cryptography.draw(new Random(id().hashCode())));
    }

    private SignedCard renewedCard(Secret sealing) {
        Card old = card().card();
        return renewedCard(
                new SealingKey(
                        Fields.encoded(CRYPTOGRAPHY.sealingKey(sealing)),
                        old.sealing().notAfter()));
    }

    /// A newer card that shows this key to seal to.
    SignedCard renewedCard(SealingKey sealing) {
        Card old = card().card();
        var card =
                new Card(
                        old.node(),
                        old.state(),
                        old.serial() + 1,
                        old.addresses(),
                        old.signingKey(),
                        sealing,
                        old.tlsKey(),
                        old.escalation());
        return SignedCard.sign(card, keys.signing(), CRYPTOGRAPHY);
    }

    /// What this node signs that has an entry.
    Receipt signs(Placed entry, Instant at) {
        return new Receipting(CRYPTOGRAPHY)
                .sign(List.of(new Receipting.Owed(entry.id(), at)), keys)
                .getFirst();
    }

    /// One transaction with a peer, as the classes that take and compose see it.
    Turn turn(ANode peer) {
        return new Turn(store, keys, tools, peer.id(), new Answer());
    }

    /// The same, and each signature that is verified meanwhile is counted.
    Turn turn(ANode peer, AtomicInteger verified) {
        Cryptography cryptography = counting(Cryptography.class, "verify", CRYPTOGRAPHY, verified);
        var counted =
                new Tools(
                        cryptography,
                        tools.random(),
                        tools.clock(),
                        tools.limits(),
                        tools.guards());
        return new Turn(store, keys, counted, peer.id(), new Answer());
    }

    /// The same, and each entry that is looked for is counted.
    Turn turnFinding(ANode peer, AtomicInteger found) {
        Store.Envelopes envelopes =
                counting(Store.Envelopes.class, "find", store.envelopes(), found);
        InvocationHandler counted =
                (_, method, arguments) ->
                        method.getName().equals("envelopes")
                                ? envelopes
                                : method.invoke(store, arguments);
        return new Turn(proxy(Store.class, counted), keys, tools, peer.id(), new Answer());
    }

    private static <T> T counting(Class<T> type, String called, T real, AtomicInteger count) {
        return proxy(
                type,
                (_, method, arguments) -> {
                    if (method.getName().equals(called)) {
                        count.incrementAndGet();
                    }
                    return method.invoke(real, arguments);
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    MemoryStore store() {
        return store;
    }

    Exchanging exchanging() {
        return exchanging;
    }

    void setNow(Instant time) {
        now = time;
    }

    void cutPowerBeforeWrite(int number) {
        writesUntilPowerCut = number;
    }

    void restorePower() {
        writesUntilPowerCut = Integer.MAX_VALUE;
    }

    /// Both operators accept.
    void peersWith(ANode other) {
        accept(other);
        other.accept(this);
    }

    private void accept(ANode other) {
        transactions(
                _ -> {
                    store.peers().accept(other.id());
                    return true;
                });
    }

    void withdrawsFrom(ANode other) {
        transactions(
                _ -> {
                    store.peers().withdraw(other.id());
                    return true;
                });
    }

    /// Speaks to a peer until neither has anything to say.
    void speaksTo(ANode other) {
        for (int round = 0; round < 50; round++) {
            Batch request = exchanging.ask(other.id());
            if (request.isEmpty()) {
                return;
            }
            converses(other, request);
        }
        throw hasNoEnd(other);
    }

    /// One request, and what its responses ask for.
    void asks(ANode other) {
        converses(other, exchanging.ask(other.id()));
    }

    private void converses(ANode other, Batch request) {
        Optional<Batch> next = Optional.of(request);
        for (int turn = 0; next.isPresent(); turn++) {
            if (turn == 50) {
                throw hasNoEnd(other);
            }
            next = exchanging.conclude(other.answerTo(next.get()));
        }
    }

    private AssertionError hasNoEnd(ANode other) {
        return new AssertionError(
                "the conversation has no end: "
                        + this.card().card().state()
                        + " says "
                        + summary(exchanging.ask(other.id()))
                        + " and hears "
                        + summary(other.answerTo(exchanging.ask(other.id())))
                        + " reported "
                        + other.reported());
    }

    /// Asks once, and loses on the way the parcels that are not of this kind.
    void speaksTo(ANode other, Predicate<Parcel> arrives) {
        Batch said = exchanging.ask(other.id());
        var rest = said.parcels().stream().filter(arrives).toList();
        exchanging.conclude(other.answerTo(cut(said, said.envelopes(), rest)));
    }

    /// Sends these and nothing beside them.
    Batch shows(ANode other, List<SignedEnvelope> envelopes) {
        return other.answerTo(cut(Batch.empty(id(), other.id()), envelopes, List.of()));
    }

    /// Asks once; of the envelopes only the first arrives, and no response.
    void speaksOneEnvelopeTo(ANode other) {
        Batch said = exchanging.ask(other.id());
        other.answerTo(cut(said, said.envelopes().subList(0, 1), said.parcels()));
    }

    private static Batch cut(Batch said, List<SignedEnvelope> envelopes, List<Parcel> parcels) {
        return new Batch(
                said.from(),
                said.to(),
                said.heads(),
                said.wants(),
                envelopes,
                parcels,
                said.receipts(),
                said.kept(),
                said.declined());
    }

    /// As if it had never heard how far the other is.
    void knowsNothingOf(ANode other, DossierId dossier) {
        transactions(
                _ -> {
                    store.peers().knows(other.id(), dossier, Clock.NOTHING);
                    store.peers().unsettle(other.id(), dossier);
                    return true;
                });
    }

    /// An officer lets go of a content for good.
    void erases(Placed entry) {
        transactions(
                _ -> {
                    store.contents().erase(entry.id());
                    return true;
                });
    }

    private static String summary(Batch batch) {
        return batch.heads().size()
                + " heads, "
                + batch.envelopes().size()
                + " envelopes, parcels for "
                + batch.parcels().stream()
                        .map(parcel -> parcel.entry() + " to " + parcel.recipient())
                        .toList()
                + ", "
                + batch.receipts().size()
                + " receipts, "
                + batch.kept()
                + batch.declined();
    }

    Batch answerTo(Batch request) {
        var answers = new ArrayList<Batch>();
        // Over the wire, as bytes.
        exchanging.respond(Batch.read(request.bytes()), answers::add);
        return Batch.read(answers.getFirst().bytes());
    }

    Placed opens(ANode... others) {
        var cards = new ArrayList<SignedCard>(List.of(card()));
        for (ANode other : others) {
            cards.add(other.card());
        }
        var act = new Membership.Open(cards, new TreeSet<>(), EnumSet.of(Suite.CP1));
        return done(
                transactions(store -> replication.open(store, act, content("opening", others))));
    }

    Placed writes(DossierId dossier, ANode... to) {
        return done(tries(dossier, new Membership.Unchanged(), content("information", to)));
    }

    Placed changes(DossierId dossier, Membership act, ANode... told) {
        return done(tries(dossier, act, content("membership", told)));
    }

    Appended tries(DossierId dossier, Membership act, Content content) {
        return transactions(store -> replication.append(store, dossier, act, content));
    }

    /// A further entry under its next number, of which its own store keeps nothing.
    SignedEnvelope writesBeside(DossierId dossier, String text) {
        Appended appended =
                replication.append(
                        store,
                        dossier,
                        new Membership.Unchanged(),
                        content("information", Json.object().with("text", text)));
        journal.rollBack();
        return done(appended).signed();
    }

    /// What a changed node writes to a reader: its own machine has looked at nothing, and keeps nothing.
    Written forces(DossierId dossier, Content content, ANode reader) {
        long last = store.envelopes().clock(dossier).of(id());
        List<EntryId> previous =
                store.envelopes().written(dossier, id(), last).stream().map(Placed::id).toList();
        var position =
                new Writing.Position(dossier, last + 1, store.envelopes().heads(dossier), previous);
        var cards = new TreeMap<NodeId, SignedCard>();
        content.audience().nodes().forEach(node -> cards.put(node, reader.card()));
        return new Writing(CRYPTOGRAPHY, tools.random())
                .append(keys, position, new Membership.Unchanged(), content, cards);
    }

    /// Sends this and nothing beside it.
    Batch brings(ANode other, Written written) {
        List<Parcel> parcel =
                written.parcels().stream()
                        .filter(one -> one.recipient().equals(other.id()))
                        .limit(1)
                        .toList();
        return other.answerTo(
                cut(Batch.empty(id(), other.id()), List.of(written.signed()), parcel));
    }

    static Placed done(Appended appended) {
        if (appended instanceof Appended.Done(var placed, _)) {
            return placed;
        }
        throw new AssertionError(appended.toString());
    }

    Content content(String type, ANode... others) {
        return content(type, Json.object().with("text", "(constructed)"), others);
    }

    Content content(String type, Json.Members payload, ANode... others) {
        var nodes = new TreeSet<>(Set.of(id()));
        for (ANode other : others) {
            nodes.add(other.id());
        }
        return content(type, payload, Audience.ofNodes(nodes));
    }

    Content content(String type, Json.Members payload, Audience audience) {
        return new Content(
                type,
                new Writer.Node(),
                now,
                audience,
                Handling.of(EnumSet.of(HandlingCode.H0), EnumSet.of(Purpose.INVESTIGATION)),
                new Grading.NothingAsserted(),
                payload,
                List.of(),
                List.of());
    }

    boolean holds(Placed entry) {
        return store.envelopes().find(entry.id()).isPresent();
    }

    boolean canRead(Placed entry) {
        return store.contents().sight(entry.id()) instanceof Sight.Read;
    }

    boolean hasReceipt(EntryId entry, ANode by) {
        return store.receipts().find(entry, by.id()).isPresent();
    }

    List<String> reported() {
        return store.reports().stream().map(Report::code).toList();
    }
}
