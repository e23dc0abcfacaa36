package org.counterpart.replication;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Envelope;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Placement;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Writing;
import org.counterpart.dossier.Written;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes this node's own entries; they pass the same judgement as anybody's.
final class Appending {
    private final Turn turn;
    private final Writing writing;

    Appending(Turn turn) {
        this.turn = turn;
        this.writing = new Writing(turn.tools().cryptography(), turn.tools().random());
    }

    Appended open(Membership.Open act, Content content) {
        Set<NodeId> named = new TreeMap<>(cards(act)).keySet();
        Optional<AppendRefusal> refusal = audience(content, named);
        return refusal.<Appended>map(ground -> new Appended.Refused(ground.code()))
                .orElseGet(() -> keep(writing.open(turn.keys(), act, content)));
    }

    private static SortedMap<NodeId, SignedCard> cards(Membership.Open act) {
        var cards = new TreeMap<NodeId, SignedCard>();
        act.members().forEach(card -> cards.put(card.card().node(), card));
        return cards;
    }

    Appended append(DossierId dossier, Membership act, Content content) {
        if (!turn.isOurs(dossier)) {
            return new Appended.Refused(AppendRefusal.DOSSIER_UNKNOWN.code());
        }
        SortedMap<NodeId, Member> members = turn.membersOf(dossier);
        Optional<AppendRefusal> refusal =
                audience(content, members.keySet())
                        .or(() -> gives(content, members.keySet()))
                        .or(() -> putsOut(dossier, act));
        if (refusal.isPresent()) {
            return new Appended.Refused(refusal.get().code());
        }
        SortedMap<NodeId, SignedCard> cards = cards(members, act);
        Writing.Position position = position(dossier, act, content);
        if (!position.isPossible()) {
            return new Appended.Refused(AppendRefusal.TOO_MUCH_AT_ONCE.code());
        }
        try {
            return keep(writing.append(turn.keys(), position, act, content, cards));
        } catch (Malformed e) {
            return new Appended.Refused(AppendRefusal.CONTENT_TOO_LARGE.code());
        }
    }

    private Optional<AppendRefusal> putsOut(DossierId dossier, Membership act) {
        boolean stranger =
                act instanceof Membership.Remove(var node, _)
                        && !turn.everIn(dossier).contains(node);
        return stranger ? Optional.of(AppendRefusal.NEVER_A_MEMBER) : Optional.empty();
    }

    /// Those that count once the act does: a member that is added again with a newer card reads of it by that one, for it
    /// cannot show the same card once more to have it sealed anew.
    private static SortedMap<NodeId, SignedCard> cards(
            SortedMap<NodeId, Member> members, Membership act) {
        var cards = new TreeMap<NodeId, SignedCard>();
        members.forEach((node, member) -> cards.put(node, member.card()));
        if (act instanceof Membership.Add(var added, _)) {
            cards.computeIfPresent(
                    added.card().node(),
                    (_, held) -> added.card().serial() > held.card().serial() ? added : held);
        }
        return cards;
    }

    private Writing.Position position(DossierId dossier, Membership act, Content content) {
        Store.Envelopes envelopes = turn.store().envelopes();
        long last = envelopes.clock(dossier).of(turn.self());
        List<EntryId> previous =
                envelopes.written(dossier, turn.self(), last).stream()
                        .map(Placed::id)
                        .limit(1)
                        .toList();
        SortedSet<EntryId> heads = envelopes.heads(dossier);
        return new Writing.Position(
                dossier, last + 1, heads, previous, first(heads, about(dossier, act, content)));
    }

    private List<EntryId> first(SortedSet<EntryId> heads, List<Placed> about) {
        Store.Envelopes envelopes = turn.store().envelopes();
        return about.isEmpty() || heads.size() < Envelope.MAX_PARENTS
                ? List.of()
                : Writing.Position.covering(
                        envelopes,
                        heads.stream().flatMap(id -> envelopes.find(id).stream()).toList(),
                        about);
    }

    /// What the entry must have seen to count: what it speaks of, and the last word of whom it puts out.
    private List<Placed> about(DossierId dossier, Membership act, Content content) {
        Store.Envelopes envelopes = turn.store().envelopes();
        var about = new ArrayList<Placed>();
        Act.of(content).about().stream()
                .flatMap(id -> envelopes.find(id).stream())
                .filter(entry -> entry.dossier().equals(dossier))
                .forEach(about::add);
        if (act instanceof Membership.Remove(var node, long last)) {
            envelopes.written(dossier, node, last).stream().limit(1).forEach(about::add);
        }
        return about;
    }

    private Optional<AppendRefusal> audience(Content content, Collection<NodeId> members) {
        if (!content.audience().includes(turn.self())) {
            return Optional.of(AppendRefusal.AUTHOR_NOT_IN_AUDIENCE);
        }
        return members.containsAll(content.audience().nodes())
                ? Optional.empty()
                : Optional.of(AppendRefusal.AUDIENCE_NOT_A_MEMBER);
    }

    /// Who gives entries on must hold them, give them to members, and tell these and the originators.
    private Optional<AppendRefusal> gives(Content content, Collection<NodeId> members) {
        Gift gift;
        try {
            gift = Gift.of(content);
        } catch (Malformed e) {
            return Optional.of(AppendRefusal.CONTENT_BREAKS_ITS_TYPE);
        }
        if (!members.containsAll(gift.recipients().nodes())) {
            return Optional.of(AppendRefusal.AUDIENCE_NOT_A_MEMBER);
        }
        if (!content.audience().nodes().containsAll(gift.recipients().nodes())) {
            return Optional.of(AppendRefusal.RECIPIENT_NOT_TOLD);
        }
        for (EntryId id : gift.entries()) {
            Optional<Placed> entry = turn.store().envelopes().find(id);
            if (entry.isEmpty() || turn.store().contents().payloadKey(id).isEmpty()) {
                return Optional.of(AppendRefusal.ENTRY_NOT_HELD);
            }
            if (!content.audience().includes(entry.get().author())) {
                return Optional.of(AppendRefusal.ORIGINATOR_NOT_TOLD);
            }
        }
        return Optional.empty();
    }

    private Appended keep(Written written) {
        SignedEnvelope signed = written.signed();
        return switch (turn.placing().place(signed)) {
            case Placement.Taken(var placed) -> {
                TakingEnvelopes.place(turn, placed);
                turn.store()
                        .contents()
                        .keep(
                                placed.id(),
                                placed.id(),
                                written.ciphertext(),
                                written.payloadKey(),
                                written.content());
                written.parcels().forEach(parcel -> turn.store().shelf().put(parcel, turn.self()));
                give(placed, Gift.of(written.content()));
                yield new Appended.Done(placed, written);
            }
            case Placement.Refused(var ground) -> new Appended.Refused(ground.code());
            case Placement.Held(), Placement.Early _ ->
                    throw new Malformed("an entry of our own is held already, or has no past");
        };
    }

    /// Seals what a forward or release names to whom it names, unless they hold it already.
    private void give(Placed under, Gift gift) {
        for (EntryId id : gift.entries()) {
            for (NodeId node : gift.recipients().nodes()) {
                if (!isHeldBy(id, node) && !isOnItsWay(id, node)) {
                    wrap(id, node, under)
                            .ifPresent(parcel -> turn.store().shelf().put(parcel, turn.self()));
                }
            }
        }
    }

    private boolean isHeldBy(EntryId id, NodeId node) {
        boolean wrote =
                turn.store()
                        .envelopes()
                        .find(id)
                        .filter(entry -> entry.author().equals(node))
                        .isPresent();
        return node.equals(turn.self())
                || wrote
                || turn.store().receipts().find(id, node).isPresent();
    }

    /// Of our own entry, to one of its audience: what waits needs no leave, while the parcel that would take its place ends
    /// with the forward, should its reader erase that first.
    private boolean isOnItsWay(EntryId id, NodeId node) {
        return turn.store()
                .shelf()
                .find(id, node, turn.self())
                .filter(waiting -> waiting.under().equals(id))
                .isPresent();
    }

    private Optional<Parcel> wrap(EntryId id, NodeId to, Placed under) {
        Optional<Writing.Openable> held = turn.store().contents().openable(id);
        return turn.members()
                .card(under.dossier(), to)
                .flatMap(card -> held.map(it -> writing.wrap(turn.keys(), it, card, under.id())));
    }

    /// Entries that an entry gives to further nodes, and to which.
    private record Gift(Set<EntryId> entries, Audience recipients) {
        static Gift of(Content content) {
            return switch (Act.of(content)) {
                case Act.Forward(var entries, var recipients) -> new Gift(entries, recipients);
                case Act.Release(_, var entries, var recipients, _, _) ->
                        new Gift(entries, recipients);
                default -> new Gift(new TreeSet<>(), Audience.ofNodes(List.of()));
            };
        }
    }
}
