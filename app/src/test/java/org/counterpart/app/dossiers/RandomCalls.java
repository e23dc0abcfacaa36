package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Written;
import org.counterpart.replication.Report;
import org.counterpart.replication.Store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Lawful calls of a store in an order that follows from a seed, and all questions that it can be asked.
///
/// Lawful is what the machine of replication does: parents are placed before children, contents are kept once, our own
/// parcels have a content, and whoever a dossier names is unsettled by each new entry of it.
final class RandomCalls {
    private static final int ENTRIES = 14;

    private final Random random;
    private final TwoStores stores;
    private final List<NodeKeys> nodes;
    private final List<NodeKeys> others;
    private final List<Chronicle> chronicles = new ArrayList<>();
    private final List<Placed> all = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();

    RandomCalls(long seed, TwoStores stores, List<NodeKeys> nodes) {
        this.random = new Random(seed);
        this.stores = stores;
        this.nodes = nodes;
        this.others = nodes.subList(1, nodes.size());
        for (int number = 0; number < 2; number++) {
            Chronicle chronicle = Chronicle.opened(random, nodes);
            while (chronicle.entries().size() < ENTRIES) {
                chronicle.says(one(nodes), one(chronicle.entries()), one(chronicle.entries()));
            }
            chronicles.add(chronicle);
            all.addAll(chronicle.entries());
        }
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Chronicle of(Placed entry) {
        return chronicles.stream()
                .filter(chronicle -> chronicle.dossier().equals(entry.dossier()))
                .findFirst()
                .orElseThrow();
    }

    private Sight sight(Placed entry) {
        return stores.memory().contents().sight(entry.id());
    }

    /// One call, the same of both stores.
    void call() {
        if (placed.isEmpty() || random.nextInt(4) == 0) {
            place();
            return;
        }
        Placed entry = one(placed);
        NodeKeys node = one(others);
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> keep(entry);
            case 3 -> {
                if (sight(entry) instanceof Sight.Closed) {
                    stores.both(s -> s.contents().markVoid(entry.id(), VoidReason.DOES_NOT_OPEN));
                }
            }
            case 4 -> put(entry, node);
            case 5 -> shelved(node);
            case 6 -> erase(entry);
            case 7 -> owe(entry);
            case 8 -> record(entry, one(nodes));
            case 9 -> {
                NodeId by = one(nodes).node();
                stores.both(s -> s.receipts().tell(entry.id(), by, node.node()));
            }
            case 10 -> told(node);
            case 11 -> {
                Clock clock = clock();
                stores.both(s -> s.peers().knows(node.node(), entry.dossier(), clock));
            }
            case 12 -> settle(entry, node);
            default -> refuse(entry);
        }
    }

    private void place() {
        List<Placed> next =
                all.stream()
                        .filter(entry -> !isPlaced(entry.id()))
                        .filter(
                                entry ->
                                        entry.envelope().parents().stream()
                                                .allMatch(this::isPlaced))
                        .toList();
        if (next.isEmpty()) {
            return;
        }
        Placed entry = one(next);
        placed.add(entry);
        stores.both(s -> s.envelopes().place(entry));
        others.forEach(node -> stores.both(s -> s.peers().unsettle(node.node(), entry.dossier())));
    }

    private boolean isPlaced(EntryId id) {
        return placed.stream().anyMatch(entry -> entry.id().equals(id));
    }

    private void keep(Placed entry) {
        if (sight(entry) instanceof Sight.Closed) {
            Written what = of(entry).written(entry);
            Placed under = random.nextBoolean() ? entry : one(placed);
            stores.both(
                    s ->
                            s.contents()
                                    .keep(
                                            entry.id(),
                                            under.id(),
                                            what.ciphertext(),
                                            what.payloadKey(),
                                            what.content()));
        }
    }

    /// Our own where we have the content; else carried for whoever brings it.
    private void put(Placed entry, NodeKeys to) {
        NodeKeys maker = one(nodes);
        if (maker.node().equals(to.node())) {
            return;
        }
        boolean ours = maker.node().equals(stores.self());
        if (ours && !(sight(entry) instanceof Sight.Read)) {
            return;
        }
        Parcel parcel = of(entry).wrapped(entry, maker, to, one(placed));
        NodeId by = ours ? stores.self() : one(others).node();
        stores.both(s -> s.shelf().put(parcel, by));
    }

    private void shelved(NodeKeys recipient) {
        List<Store.Shelf.Item> items = stores.memory().shelf().addressedTo(recipient.node());
        if (items.isEmpty()) {
            return;
        }
        Store.Shelf.Item item = one(items);
        if (random.nextInt(3) == 0) {
            stores.both(s -> s.shelf().remove(item));
        } else {
            NodeId carrier = one(others).node();
            stores.both(s -> s.shelf().carries(item, carrier));
        }
    }

    /// The store in memory is told the same in its own words.
    private void erase(Placed entry) {
        if (sight(entry) instanceof Sight.Read && random.nextBoolean()) {
            stores.database().erase(entry.id());
            stores.memory().contents().erase(entry.id());
            for (NodeKeys node : others) {
                stores.memory().shelf().addressedTo(node.node()).stream()
                        .filter(item -> item.entry().equals(entry.id()))
                        .filter(item -> item.broughtBy().equals(stores.self()))
                        .forEach(stores.memory().shelf()::remove);
            }
        }
    }

    private void owe(Placed entry) {
        boolean owed = stores.memory().receipts().unsigned().contains(entry.id());
        if (owed) {
            stores.both(s -> s.receipts().paid(entry.id()));
        } else {
            Instant at = Chronicle.NOON.plusMillis(random.nextInt(1_000_000));
            stores.both(s -> s.receipts().owe(entry.id(), at));
        }
    }

    private void record(Placed entry, NodeKeys by) {
        if (stores.memory().receipts().find(entry.id(), by.node()).isEmpty()) {
            var receipt =
                    Chronicle.receipt(
                            entry, by, Chronicle.NOON.plusMillis(random.nextInt(1_000_000)));
            stores.both(s -> s.receipts().record(receipt));
        }
    }

    private void told(NodeKeys to) {
        var untold = stores.memory().receipts().untold(to.node(), Integer.MAX_VALUE);
        if (!untold.isEmpty()) {
            var receipt = one(untold);
            stores.both(s -> s.receipts().told(receipt.entry(), receipt.by(), to.node()));
        }
    }

    private void settle(Placed entry, NodeKeys node) {
        if (random.nextBoolean()) {
            stores.both(s -> s.peers().settle(node.node(), entry.dossier()));
        } else {
            stores.both(s -> s.peers().unsettle(node.node(), entry.dossier()));
        }
        if (random.nextInt(3) == 0) {
            stores.both(s -> s.report(new Report("A_CODE", node.node(), entry.id().hex())));
        }
    }

    private void refuse(Placed entry) {
        if (stores.memory().envelopes().refusal(entry.id()).isEmpty()) {
            var grounds = List.of(EnvelopeRefusal.values());
            var ground = one(grounds);
            stores.both(s -> s.envelopes().refuse(entry.id(), ground));
        }
    }

    private Clock clock() {
        var seen = new TreeMap<NodeId, Long>();
        nodes.forEach(node -> seen.put(node.node(), (long) random.nextInt(5)));
        return new Clock(seen);
    }

    /// Every question of the contract.
    void agree() {
        for (Placed entry : all) {
            stores.agree("find", s -> s.envelopes().find(entry.id()));
            stores.agree("refusal", s -> s.envelopes().refusal(entry.id()));
            stores.agree("sight", s -> s.contents().sight(entry.id()));
            stores.agree("under", s -> s.contents().under(entry.id()));
            stores.agree("payloadKey", s -> s.contents().payloadKey(entry.id()));
            stores.agree("ciphertext", s -> s.contents().ciphertext(entry.id()));
            for (NodeKeys by : nodes) {
                stores.agree("receipt", s -> s.receipts().find(entry.id(), by.node()));
            }
        }
        chronicles.forEach(this::agreeOnEnvelopes);
        nodes.forEach(this::agreeOnShelf);
        nodes.forEach(this::agreeOnPeer);
        stores.agree("owed", s -> s.receipts().owed(Integer.MAX_VALUE));
        stores.agree("as many as asked", s -> s.receipts().owed(2));
        stores.agree("all", s -> s.peers().all());
        assertThat(reported()).isEqualTo(stores.memory().reports());
    }

    private List<Report> reported() {
        var reports = new ArrayList<Report>();
        for (Change change : stores.database().changes()) {
            if (change instanceof Change.Reported(var report)) {
                reports.add(report);
            }
        }
        return reports;
    }

    private void agreeOnEnvelopes(Chronicle chronicle) {
        var dossier = chronicle.dossier();
        stores.agreeOnAll("membership", s -> s.envelopes().membership(dossier));
        stores.agree("heads", s -> s.envelopes().heads(dossier));
        stores.agree("clock", s -> s.envelopes().clock(dossier));
        for (NodeKeys node : nodes) {
            stores.agree("two histories", s -> s.envelopes().hasTwoHistories(dossier, node.node()));
            stores.agreeOnAll("doubled", s -> s.envelopes().doubled(dossier, node.node()));
            long number = 1L + random.nextInt(4);
            stores.agreeOnAll("written", s -> s.envelopes().written(dossier, node.node(), number));
        }
        Clock clock = clock();
        stores.agreeOnAll("beyond", s -> s.envelopes().beyond(dossier, clock, Integer.MAX_VALUE));
        stores.agree("no more", s -> s.envelopes().beyond(dossier, clock, 3).size());
        Clock reach = clock();
        stores.agreeOnAll("between", s -> s.envelopes().between(dossier, clock, reach, 1_000));
        stores.agree("few", s -> s.envelopes().between(dossier, clock, reach, 3));
    }

    private void agreeOnShelf(NodeKeys node) {
        stores.agreeOnAll("addressed to", s -> s.shelf().addressedTo(node.node()));
        stores.agree("to deliver", s -> s.shelf().toDeliver(node.node(), stores.self(), 2).size());
        for (Placed entry : placed) {
            stores.agreeOnAll("of one entry", s -> s.shelf().addressedTo(node.node(), entry.id()));
        }
        stores.agree("brought by", s -> s.shelf().broughtBy(node.node()));
        stores.agreeOnAll(
                "without carrier",
                s ->
                        s.shelf().withoutCarrier(node.node()).stream()
                                .filter(item -> !s.peers().isPeer(item.recipient()))
                                .toList());
        for (Store.Shelf.Item item : stores.memory().shelf().addressedTo(node.node())) {
            stores.agree("item", s -> s.shelf().find(item.entry(), item.recipient(), item.maker()));
            stores.agree("parcel", s -> s.shelf().parcel(item));
            stores.agree("carriers", s -> new TreeSet<>(s.shelf().carriers(item)));
        }
    }

    private void agreeOnPeer(NodeKeys node) {
        stores.agree("is a peer", s -> s.peers().isPeer(node.node()));
        stores.agreeOnAll("untold", s -> s.receipts().untold(node.node(), Integer.MAX_VALUE));
        for (Chronicle chronicle : chronicles) {
            stores.agree("void", s -> s.contents().markedVoid(chronicle.dossier(), node.node(), 2));
        }
        stores.agree("told of at most", s -> s.receipts().untold(node.node(), 1).size());
        if (!node.node().equals(stores.self())) {
            stores.agree("unsettled", s -> new TreeSet<>(s.peers().unsettled(node.node(), 10)));
            stores.agree("one unsettled", s -> s.peers().unsettled(node.node(), 1).size());
        }
        for (Chronicle chronicle : chronicles) {
            stores.agree("known", s -> s.peers().known(node.node(), chronicle.dossier()));
        }
    }
}
