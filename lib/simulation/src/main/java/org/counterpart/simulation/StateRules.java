package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Sight;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an honest node may hold, looked at after everything that it does.
final class StateRules {
    private final World world;
    private final Observer observer;
    private final Legality legality;
    private final TreeMap<Integer, Seen> seen = new TreeMap<>();

    /// What was looked at already on one node.
    private static final class Seen {
        private final TreeMap<DossierId, Integer> entries = new TreeMap<>();
        private final TreeMap<EntryId, Sight> sights = new TreeMap<>();
        private final TreeSet<String> receipts = new TreeSet<>();
    }

    StateRules(World world, Observer observer) {
        this.world = world;
        this.observer = observer;
        this.legality = new Legality(world, observer);
    }

    void check(Node node) {
        Seen before = seen.computeIfAbsent(node.number(), _ -> new Seen());
        for (DossierId dossier : node.store().envelopes().dossiers()) {
            entries(node, dossier, before);
        }
        node.store()
                .contents()
                .sights()
                .forEach((entry, sight) -> sight(node, entry, sight, before));
        for (Receipt receipt : node.store().receipts().all()) {
            if (before.receipts.add(receipt.entry().hex() + receipt.by().hex())) {
                receipt(node, receipt);
            }
        }
    }

    private void entries(Node node, DossierId dossier, Seen before) {
        List<Placed> entries = node.store().envelopes().entries(dossier);
        int checked = Math.min(before.entries.getOrDefault(dossier, 0), entries.size());
        for (Placed entry : entries.subList(checked, entries.size())) {
            observer.ancestry().learn(entry);
            legality.check(node, entry);
        }
        before.entries.put(dossier, entries.size());
    }

    @SuppressWarnings("ReferenceEquality")
    private void sight(Node node, EntryId entry, Sight sight, Seen before) {
        if (sight == before.sights.get(entry)) {
            return;
        }
        before.sights.put(entry, sight);
        var said = observer.utterances().find(entry);
        if (said.isEmpty()) {
            return;
        }
        if (sight instanceof Sight.Read(var content)) {
            Promise.demand(
                    observer.utterances().mayOpen(entry).contains(node.id()),
                    "content opens only inside its audience and for whom it was given to",
                    node,
                    entry);
            Promise.demand(
                    content.equals(said.get().content()),
                    "what is read is what was said",
                    node,
                    entry);
        }
        if (sight instanceof Sight.Voided(var reason)) {
            Promise.demand(
                    !world.isHonest(said.get().author()),
                    "an honest entry is never void for its reader",
                    node,
                    entry,
                    reason);
        }
    }

    private void receipt(Node node, Receipt receipt) {
        NodeId by = receipt.by();
        world.node(by)
                .filter(Node::isHonest)
                .filter(signer -> signer != node)
                .ifPresent(
                        signer ->
                                Promise.demand(
                                        signer.durable().has(receipt.entry())
                                                && signer.store()
                                                        .receipts()
                                                        .find(receipt.entry(), by)
                                                        .filter(receipt::equals)
                                                        .isPresent(),
                                        "a receipt is its signer's, who holds the content for good",
                                        node,
                                        signer,
                                        receipt.entry()));
    }
}
