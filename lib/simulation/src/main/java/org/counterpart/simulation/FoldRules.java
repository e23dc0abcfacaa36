package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.DossierEntries;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Folding;
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

/// What an honest node concludes at the end, beside what the words of the protocol say: members and voids ([Standing]);
/// consents, releases and refusals, recalls and who must answer ([Conclusions]). So each row of the table of acts at the same
/// time is worked out twice. Who holds the same concludes the same.
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
        var conclusions =
                new Conclusions(drawn.held().sights(), standing, world.observer().ancestry());
        lines(drawn, conclusions);
        permissions(drawn, conclusions);
        recalls(drawn, conclusions);
        Promise.demand(
                conclusions.consents().equals(picture.consents()),
                "a consent that had not seen the withdrawal is none",
                node,
                picture.dossier());
        new Census(world.coverage()).count(picture, node);
        new AtTheSameTime(world.coverage(), standing, conclusions).count();
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

    private static void lines(Drawn drawn, Conclusions conclusions) {
        var recalled = conclusions.recalled();
        for (Picture.Line line : drawn.picture().lines()) {
            boolean breaks =
                    line.sight() instanceof Sight.Voided(var reason)
                            && reason == VoidReason.BREAKS_ITS_TYPE;
            Promise.demand(
                    breaks == conclusions.breaking().contains(line.id()),
                    "what its author had not seen or may not do is void",
                    drawn.node(),
                    line.id());
            boolean isRecalled =
                    recalled.contains(line.id()) && !(line.sight() instanceof Sight.Voided);
            Promise.demand(
                    isRecalled == (line.standing() == Picture.Standing.RECALLED),
                    "a recall is final, seen or not",
                    drawn.node(),
                    line.id());
            Promise.demand(
                    conclusions.holders(line.id()).equals(line.holders()),
                    "whoever was given an entry holds it",
                    drawn.node(),
                    line.id());
        }
    }

    private static void permissions(Drawn drawn, Conclusions conclusions) {
        var concluded = drawn.picture().permissions();
        var requests = conclusions.requests();
        Promise.demand(
                List.copyOf(concluded.keySet()).equals(List.copyOf(requests.keySet())),
                "each request is answered or open",
                drawn.node(),
                drawn.picture().dossier());
        concluded.forEach(
                (id, permission) ->
                        Promise.demand(
                                permission.request().equals(requests.get(id))
                                        && agrees(id, permission, conclusions),
                                "a release that had not seen the refusal is none",
                                drawn.node(),
                                id));
    }

    private static boolean agrees(
            EntryId request, Picture.Permission permission, Conclusions conclusions) {
        List<Act> releases =
                conclusions.permitting(request).stream().map(Conclusions.Said::act).toList();
        List<Act> refusals =
                conclusions.refusals(request).stream().map(Conclusions.Said::act).toList();
        return switch (permission) {
            case Picture.Permission.Granted(_, var granted) ->
                    !releases.isEmpty()
                            && granted.size() == releases.size()
                            && granted.containsAll(releases)
                            && releases.containsAll(granted);
            case Picture.Permission.Refused(_, var ground) ->
                    releases.isEmpty()
                            && refusals.contains(new Act.ReleaseRefused(request, ground));
            case Picture.Permission.Asked _ -> releases.isEmpty() && refusals.isEmpty();
        };
    }

    private static void recalls(Drawn drawn, Conclusions conclusions) {
        var expected = new TreeMap<EntryId, Picture.RecallState>();
        conclusions
                .recalls()
                .forEach(
                        (recall, entry) ->
                                expected.put(
                                        recall,
                                        new Picture.RecallState(
                                                recall,
                                                entry,
                                                conclusions.askedBy(recall),
                                                conclusions.answers(recall, entry))));
        Promise.demand(
                expected.equals(drawn.picture().recalls()),
                "whoever was given what is recalled must answer, beside the recall as well",
                drawn.node(),
                drawn.picture().dossier());
    }
}
