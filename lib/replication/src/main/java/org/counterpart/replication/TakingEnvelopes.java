package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Placement;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.VoidReason;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Takes envelopes that a peer sends.
///
/// What comes before its past is not kept but asked for again together with it, so there is no waiting room that a
/// peer could fill. The one exception is the entry that makes us a member: its past is a dossier that is not ours
/// yet, and is placed on its promise.
final class TakingEnvelopes {
    private final Turn turn;
    private final Vouching vouching;
    private final Store.Envelopes envelopes;

    TakingEnvelopes(Turn turn, Vouching vouching) {
        this.turn = turn;
        this.vouching = vouching;
        this.envelopes = turn.store().envelopes();
    }

    /// Who may not speak of a dossier is told so before its past is looked at, which costs more than what it sent.
    void take(SignedEnvelope signed) {
        boolean held = envelopes.find(signed.id()).isPresent();
        if (!held && !senderMaySpeakOf(signed.dossier())) {
            decline(signed.id(), BatchRefusal.SENDER_NOT_A_MEMBER.code());
            return;
        }
        SortedSet<EntryId> unbrought = unbrought(signed);
        if (!unbrought.isEmpty()) {
            early(signed, unbrought);
            return;
        }
        switch (turn.placing().place(signed)) {
            case Placement.Held() -> takeAgain(signed.id());
            case Placement.Taken(var placed) -> taken(placed);
            case Placement.Early(var missing) -> early(signed, missing);
            case Placement.Refused(var ground) -> refused(signed, ground);
        }
    }

    /// Whoever was put out adds nothing more through us; before a dossier is ours we cannot know.
    private boolean senderMaySpeakOf(DossierId dossier) {
        return !turn.isOurs(dossier)
                || turn.membersOf(dossier).containsKey(turn.peer())
                || vouching.isFor(dossier);
    }

    /// Of a dossier that is not ours yet each peer brings the whole past itself: what only others have brought is missing to it, so
    /// that a stranger learns nothing of what lies here.
    private SortedSet<EntryId> unbrought(SignedEnvelope signed) {
        var unbrought = new TreeSet<EntryId>();
        if (!turn.isOurs(signed.dossier())) {
            Clock brought = broughtOf(signed.dossier());
            signed.envelope().parents().stream()
                    .filter(id -> envelopes.find(id).filter(brought::covers).isEmpty())
                    .forEach(unbrought::add);
        }
        return unbrought;
    }

    private void takeAgain(EntryId id) {
        Optional<Placed> held = envelopes.find(id);
        if (!turn.guards(Guard.TAKEN_ONCE)) {
            held.ifPresent(envelopes::place);
        }
        held.filter(entry -> !turn.isOurs(entry.dossier()))
                .filter(entry -> brings(entry, 0))
                .ifPresent(entry -> askOn(entry.dossier(), new TreeSet<>()));
    }

    /// Notes how far the peer that invited us has brought us.
    ///
    /// @return whether that is further than before
    private boolean brings(Placed entry, int kept) {
        Clock before = broughtOf(entry.dossier());
        Clock now = before.with(entry.author(), entry.sequence());
        boolean further = !now.equals(before);
        if (further || kept > 0) {
            envelopes.brought(entry.dossier(), turn.peer(), now, kept);
        }
        return further;
    }

    private Clock broughtOf(DossierId dossier) {
        return envelopes
                .invitation(dossier, turn.peer())
                .map(Store.Envelopes.Invitation::brought)
                .orElse(Clock.NOTHING);
    }

    private void taken(Placed placed) {
        DossierId dossier = placed.dossier();
        boolean joins = names(placed.membership(), turn.self());
        boolean onPromise = !joins && !turn.isOurs(dossier);
        if (onPromise && !turn.isInvited(dossier)) {
            decline(placed.id(), BatchRefusal.NOT_OUR_DOSSIER.code());
            return;
        }
        if (onPromise && !findsRoom(dossier)) {
            decline(placed.id(), BatchRefusal.COME_LATER.code());
            return;
        }
        place(turn, placed);
        if (joins && !envelopes.invitations(dossier).isEmpty()) {
            envelopes.join(dossier);
        }
        if (onPromise) {
            brings(placed, 1);
            askOn(dossier, new TreeSet<>());
        }
    }

    /// What is kept on promises is counted for the peer that brought it, so that it takes no room but its own.
    ///
    /// Of one peer's dossiers the longest gives way when another needs room, for it may be one that somebody else has made
    /// so long: one that takes no more than an equal share always gets in. A dossier gives way to others that have not, and
    /// may come again into half of the room: nobody can make us fetch it over and over.
    private boolean mayFindRoom(DossierId dossier) {
        long kept = envelopes.onPromise(turn.peer());
        int room = turn.tools().limits().provisional();
        return envelopes.gaveWay(dossier, turn.peer())
                ? kept < room / 2
                : kept < room || longest(dossier).isPresent();
    }

    private Optional<Store.Envelopes.Promise> longest(DossierId beside) {
        return envelopes
                .longestOnPromise(turn.peer())
                .filter(promise -> !promise.dossier().equals(beside));
    }

    private boolean findsRoom(DossierId dossier) {
        if (!mayFindRoom(dossier)) {
            return false;
        }
        if (envelopes.onPromise(turn.peer()) >= turn.tools().limits().provisional()) {
            longest(dossier).ifPresent(turn::giveWay);
        }
        return true;
    }

    /// Places an entry of a dossier that is ours, or will be, and notes who is to be told of it: whoever is a peer, or
    /// becomes one again.
    static void place(Turn turn, Placed placed) {
        Store.Envelopes envelopes = turn.store().envelopes();
        if (!envelopes.written(placed.dossier(), placed.author(), placed.sequence()).isEmpty()) {
            turn.report(VoidReason.TWO_HISTORIES.code(), placed.id());
        }
        turn.place(placed);
        new SealingAgain(turn).after(placed);
        SortedSet<NodeId> named = new TreeSet<>(turn.everIn(placed.dossier()));
        if (named.remove(turn.self())) {
            named.forEach(node -> turn.store().peers().unsettle(node, placed.dossier()));
        }
    }

    private static boolean names(Membership act, NodeId node) {
        return switch (act) {
            case Membership.Open(var members, _, _) ->
                    members.stream().anyMatch(card -> isOf(card, node));
            case Membership.Add(var card, _) -> isOf(card, node);
            case Membership.Remove _,
                    Membership.Leave _,
                    Membership.Renew _,
                    Membership.Unchanged _ ->
                    false;
        };
    }

    private static boolean isOf(SignedCard card, NodeId node) {
        return card.card().node().equals(node);
    }

    /// Asks for it again, together with what is missing before it.
    private void early(SignedEnvelope signed, SortedSet<EntryId> missing) {
        DossierId dossier = signed.dossier();
        if (turn.isOurs(dossier)) {
            var entries = new TreeSet<>(missing);
            entries.add(signed.id());
            want(dossier, entries);
        } else if (!mayFindRoom(dossier)) {
            // To ask again what there is no room for would be answered by the same, without end.
            decline(signed.id(), BatchRefusal.COME_LATER.code());
        } else if (names(signed.envelope().membership(), turn.self())) {
            invited(signed);
        } else if (turn.isInvited(dossier)) {
            askOn(dossier, new TreeSet<>(signed.envelope().parents()));
        } else {
            decline(signed.id(), BatchRefusal.NOT_OUR_DOSSIER.code());
        }
    }

    /// Each peer invites for itself: whoever makes up an addition undoes nothing that another has begun.
    private void invited(SignedEnvelope addition) {
        if (vouching.isForged(addition)) {
            decline(addition.id(), EnvelopeRefusal.SIGNATURE_WRONG.code());
            return;
        }
        if (!turn.isInvited(addition.dossier())
                && envelopes.invitedBy(turn.peer()) >= turn.tools().limits().invitations()) {
            decline(addition.id(), BatchRefusal.COME_LATER.code());
            return;
        }
        envelopes.invite(addition.dossier(), addition.id(), turn.peer());
        askOn(addition.dossier(), new TreeSet<>(addition.envelope().parents()));
    }

    /// While the past of an invitation is coming in, each step forward asks for the next: of a peer that invited
    /// us and of nobody else, for what we say of a dossier before we belong to it shows that we shall.
    void askOn(DossierId dossier, SortedSet<EntryId> entries) {
        envelopes
                .invitation(dossier, turn.peer())
                .filter(_ -> mayFindRoom(dossier))
                .ifPresent(
                        invitation -> {
                            var all = new TreeSet<>(entries);
                            all.add(invitation.addition());
                            want(dossier, all);
                        });
    }

    /// One want for each dossier and batch, with how far we are now. Before the dossier is ours that is how far this peer has
    /// brought us: it may be a stranger, and learns nothing of what others bring.
    void want(DossierId dossier, SortedSet<EntryId> entries) {
        boolean ours = turn.isOurs(dossier);
        Clock clock = ours ? envelopes.clock(dossier) : broughtOf(dossier);
        var all = new TreeSet<>(entries);
        for (Want earlier : turn.answer().wants) {
            if (earlier.dossier().equals(dossier)) {
                all.addAll(earlier.entries());
            }
        }
        turn.answer().wants.removeIf(earlier -> earlier.dossier().equals(dossier));
        all.removeIf(id -> envelopes.find(id).filter(e -> ours || clock.covers(e)).isPresent());
        while (all.size() > Want.MOST) {
            all.removeLast();
        }
        if (!all.isEmpty()) {
            turn.answer().wants.add(new Want(dossier, all, clock));
        }
    }

    /// A wrong signature says nothing about the envelope, whose identity does not cover it: the genuine one may come.
    private void refused(SignedEnvelope signed, EnvelopeRefusal ground) {
        if (ground != EnvelopeRefusal.SIGNATURE_WRONG) {
            refusedForGood(signed, ground);
        }
        decline(signed.id(), ground.code());
    }

    private void refusedForGood(SignedEnvelope signed, EnvelopeRefusal ground) {
        DossierId dossier = signed.dossier();
        List<NodeId> invited =
                envelopes.invitations(dossier).stream()
                        .filter(pending -> pending.addition().equals(signed.id()))
                        .map(Store.Envelopes.Invitation::by)
                        .toList();
        invited.forEach(by -> turn.forget(dossier, by));
        if (invited.isEmpty() && turn.isOurs(dossier)) {
            envelopes.refuse(signed.id(), ground);
        }
    }

    private void decline(EntryId id, String code) {
        turn.declineAndReport(new Declined.OfEnvelope(id, code));
    }
}
