package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.DossierEntries;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Folding;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an honest node concludes at the end, beside what the words of the protocol say: members, voids, and each row of
/// what happens at the same time. Who holds the same concludes the same.
final class FoldRules {
    private final World world;

    private record Held(
            SortedMap<EntryId, Sight> sights, TreeSet<EntryId> entries, List<Receipt> receipts) {}

    private record Drawn(Node node, Held held, Picture picture) {}

    FoldRules(World world) {
        this.world = world;
    }

    void check() {
        var dossiers = new TreeSet<DossierId>();
        world.honest().forEach(node -> dossiers.addAll(node.store().envelopes().dossiers()));
        for (DossierId dossier : dossiers) {
            var drawn = new ArrayList<Drawn>();
            for (Node node : world.honest()) {
                if (node.holds(dossier)
                        && node.store().envelopes().invitations(dossier).isEmpty()) {
                    Drawn one = drawn(node, dossier);
                    alone(one);
                    drawn.stream()
                            .filter(other -> other.held().equals(one.held()))
                            .forEach(
                                    other ->
                                            Promise.demand(
                                                    other.picture().equals(one.picture()),
                                                    "who holds the same concludes the same",
                                                    node,
                                                    other.node(),
                                                    dossier));
                    drawn.add(one);
                }
            }
        }
    }

    private Drawn drawn(Node node, DossierId dossier) {
        List<Placed> entries = node.store().envelopes().entries(dossier);
        var ids = new TreeSet<EntryId>();
        var sights = new TreeMap<EntryId, Sight>();
        for (Placed entry : entries) {
            ids.add(entry.id());
            sights.put(entry.id(), node.store().contents().sight(entry.id()));
        }
        List<Receipt> receipts =
                node.store().receipts().all().stream()
                        .filter(receipt -> ids.contains(receipt.entry()))
                        .toList();
        Picture picture =
                Folding.fold(
                        dossier, new DossierEntries(entries), sights, receipts, world.guards());
        return new Drawn(node, new Held(sights, ids, receipts), picture);
    }

    private void alone(Drawn drawn) {
        Node node = drawn.node();
        Picture picture = drawn.picture();
        Standing standing = world.observer().standing(node, picture.dossier());
        Promise.demand(
                List.copyOf(picture.members().keySet())
                        .equals(List.copyOf(standing.members().keySet())),
                "who is a member follows from the entries",
                node,
                picture.dossier());
        for (Picture.Line line : picture.lines()) {
            Optional<VoidReason> expected = standing.voidReason(line.placed());
            boolean agrees =
                    expected.isEmpty()
                            ? !(line.sight() instanceof Sight.Voided(var reason)
                                    && isByEnvelope(reason))
                            : line.sight() instanceof Sight.Voided(var reason)
                                    && reason == expected.get();
            Promise.demand(agrees, "what is void follows from the entries", node, line.id());
        }
        overruled(standing);
        permits(node, picture);
        new Census(world.coverage()).count(picture, node);
    }

    private void overruled(Standing standing) {
        if (standing.entries().stream()
                .filter(entry -> entry.membership() instanceof Membership.Remove)
                .anyMatch(standing::isOverruled)) {
            world.coverage().count(Happening.REMOVAL_OVERRULED);
        }
    }

    private static boolean isByEnvelope(VoidReason reason) {
        return switch (reason) {
            case TWO_HISTORIES, WRITTEN_AFTER_REMOVAL, AUTHOR_NOT_ADMITTED -> true;
            case DOES_NOT_OPEN,
                    COMMITMENT_BROKEN,
                    CONTENT_MALFORMED,
                    WRONG_AUDIENCE,
                    BREAKS_ITS_TYPE ->
                    false;
        };
    }

    /// Consents and releases count exactly where some permitting act has seen every forbidding one.
    private void permits(Node node, Picture picture) {
        var acts = new TreeMap<EntryId, Act>();
        var authors = new TreeMap<EntryId, NodeId>();
        for (Picture.Line line : picture.lines()) {
            if (line.sight() instanceof Sight.Read(var content)) {
                acts.put(line.id(), Utterances.act(content));
                authors.put(line.id(), line.placed().author());
            }
        }
        var recalled = new TreeSet<EntryId>();
        acts.values()
                .forEach(
                        act -> {
                            if (act instanceof Act.Recall(var entry, _)) {
                                recalled.add(entry);
                            }
                        });
        var expected = new TreeMap<EntryId, TreeSet<NodeId>>();
        acts.forEach(
                (id, act) -> {
                    if (act instanceof Act.Consent(var to) && !recalled.contains(id)) {
                        NodeId author = authors.getOrDefault(id, node.id());
                        boolean stands =
                                acts.entrySet().stream()
                                        .filter(
                                                other ->
                                                        other.getValue()
                                                                        instanceof
                                                                        Act.ConsentWithdrawn(
                                                                                var from)
                                                                && from.equals(to))
                                        .filter(other -> author.equals(authors.get(other.getKey())))
                                        .allMatch(
                                                other ->
                                                        world.observer()
                                                                .ancestry()
                                                                .hasSeen(id, other.getKey()));
                        if (stands) {
                            expected.computeIfAbsent(to, _ -> new TreeSet<>()).add(author);
                        }
                    }
                });
        Promise.demand(
                expected.equals(picture.consents()),
                "a consent that had not seen the withdrawal is none",
                node,
                picture.dossier());
    }
}
