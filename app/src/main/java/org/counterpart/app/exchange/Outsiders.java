package org.counterpart.app.exchange;

import org.counterpart.dossier.DossierEntries;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.Members;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Placed;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Nodes that were named in a dossier and are no members of it, as far as its opener has still to put them out.
///
/// A steward that uses a number twice can bring a node in that no list of members shows, and what that node removes
/// counts: only the opener's removal of it ends that (`docs/threat-model.md`, decision 0022). Whom the opener has put
/// out after every addition that it holds of it needs no second word.
final class Outsiders {
    private final Picture picture;
    private final NodeId self;
    private final DossierEntries entries;

    private Outsiders(Picture picture, NodeId self) {
        this.picture = picture;
        this.self = self;
        this.entries =
                new DossierEntries(picture.lines().stream().map(Picture.Line::placed).toList());
    }

    /// By node, each with its newest card; none where this node is not the opener.
    static SortedMap<NodeId, Member> stillToPutOut(Picture picture, NodeId self) {
        return new Outsiders(picture, self).stillToPutOut();
    }

    /// Every node that was ever named in a dossier, each with its newest card; whether it is a member is not said by it.
    static SortedMap<NodeId, Member> everNamed(Picture picture) {
        var members =
                new Members(
                        new DossierEntries(
                                picture.lines().stream().map(Picture.Line::placed).toList()));
        var named = new TreeMap<NodeId, Member>();
        for (NodeId node : members.ever(picture.dossier())) {
            members.card(picture.dossier(), node)
                    .ifPresent(card -> named.put(node, new Member(card, false)));
        }
        return Collections.unmodifiableSortedMap(named);
    }

    private SortedMap<NodeId, Member> stillToPutOut() {
        var outside = new TreeMap<NodeId, Member>();
        if (isOpenedByUs()) {
            var members = new Members(entries);
            for (NodeId node : members.ever(picture.dossier())) {
                if (isOutside(node) && !isPutOutForGood(node)) {
                    members.card(picture.dossier(), node)
                            .ifPresent(card -> outside.put(node, new Member(card, false)));
                }
            }
        }
        return Collections.unmodifiableSortedMap(outside);
    }

    private boolean isOpenedByUs() {
        return changes().stream()
                .filter(act -> act.membership() instanceof Membership.Open)
                .anyMatch(act -> act.author().equals(self));
    }

    private List<Placed> changes() {
        return entries.membership(picture.dossier());
    }

    private boolean isOutside(NodeId node) {
        return !node.equals(self) && !picture.members().containsKey(node);
    }

    private boolean isPutOutForGood(NodeId node) {
        SortedSet<EntryId> additions = ids(changes().stream().filter(act -> names(act, node)));
        return changes().stream()
                .filter(act -> act.author().equals(self) && putsOut(act, node))
                .anyMatch(removal -> pastOf(removal).containsAll(additions));
    }

    private static SortedSet<EntryId> ids(Stream<Placed> acts) {
        var ids = new TreeSet<EntryId>();
        acts.forEach(act -> ids.add(act.id()));
        return ids;
    }

    private static boolean names(Placed act, NodeId node) {
        return switch (act.membership()) {
            case Membership.Open open ->
                    open.members().stream().anyMatch(card -> card.card().node().equals(node));
            case Membership.Add(var card, _) -> card.card().node().equals(node);
            case Membership.Remove _,
                    Membership.Leave _,
                    Membership.Renew _,
                    Membership.Unchanged _ ->
                    false;
        };
    }

    private static boolean putsOut(Placed act, NodeId node) {
        return act.membership() instanceof Membership.Remove(var removed, _)
                && removed.equals(node);
    }

    /// By its parents, entry by entry: numbers say nothing of an author that used one twice.
    private Collection<EntryId> pastOf(Placed entry) {
        Set<EntryId> past = new HashSet<>();
        var next = new ArrayDeque<>(entry.envelope().parents());
        while (!next.isEmpty()) {
            EntryId id = next.pop();
            if (past.add(id)) {
                entries.find(id).ifPresent(placed -> next.addAll(placed.envelope().parents()));
            }
        }
        return past;
    }
}
