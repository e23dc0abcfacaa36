package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Compares how far two nodes hold a dossier, and asks for what is missing.
final class TakingHeads {
    private final Turn turn;
    private final TakingEnvelopes envelopes;

    TakingHeads(Turn turn, TakingEnvelopes envelopes) {
        this.turn = turn;
        this.envelopes = envelopes;
    }

    void take(Heads heads) {
        DossierId dossier = heads.dossier();
        if (!turn.isOurs(dossier)) {
            envelopes.askOn(dossier, new TreeSet<>());
            return;
        }
        turn.answer().mention.add(dossier);
        SortedSet<EntryId> asked = toBeAskedFor(heads);
        if (!asked.isEmpty()) {
            envelopes.want(dossier, asked);
        }
        Store.Peers peers = turn.store().peers();
        peers.knows(turn.peer(), dossier, clock(heads));
        if (asked.isEmpty() && agree(heads)) {
            peers.settle(turn.peer(), dossier);
        } else {
            peers.unsettle(turn.peer(), dossier);
        }
    }

    /// Equal heads are an equal past, whatever is said beside them: nobody would ever correct what we note of a peer with
    /// which we are settled.
    private Clock clock(Heads heads) {
        return holdTheSame(heads) ? turn.store().envelopes().clock(heads.dossier()) : heads.clock();
    }

    private boolean holdTheSame(Heads heads) {
        SortedSet<EntryId> ours = turn.store().envelopes().heads(heads.dossier());
        return heads.digest().equals(Heads.digest(ours));
    }

    /// Of a member: what it names and we have not, also when we were put out. It names what put us out, or knows nothing of
    /// that, or knows that we were brought back.
    private SortedSet<EntryId> toBeAskedFor(Heads heads) {
        boolean ofAMember = turn.membersOf(heads.dossier()).containsKey(turn.peer());
        return ofAMember ? unknown(heads) : new TreeSet<>();
    }

    private SortedSet<EntryId> unknown(Heads heads) {
        var unknown = new TreeSet<EntryId>();
        for (EntryId id : heads.entries()) {
            boolean known =
                    turn.store().envelopes().find(id).isPresent()
                            || turn.store().envelopes().refusal(id).isPresent();
            if (!known && unknown.size() < Want.MOST) {
                unknown.add(id);
            }
        }
        return unknown;
    }

    /// Two members agree when they hold the same. One that was put out is left alone once it has named every removal of it
    /// that we hold and that it may know of, and leaves us alone once we name one: we know then, and take no other from it. That a clock covers a
    /// removal says nothing, for the number may be that of a second history. Two that were put out have nothing to tell
    /// each other.
    private boolean agree(Heads heads) {
        var members = turn.membersOf(heads.dossier());
        boolean self = members.containsKey(turn.self());
        boolean peer = members.containsKey(turn.peer());
        if (self && peer) {
            return holdTheSame(heads);
        }
        if (!self && !peer) {
            return true;
        }
        NodeId out = self ? turn.peer() : turn.self();
        List<EntryId> removals =
                turn.members().removalsOf(heads.dossier(), out).stream()
                        .filter(turn.members().visibleTo(heads.dossier(), out))
                        .map(Placed::id)
                        .toList();
        Set<EntryId> named = heads.entries();
        return self
                ? named.containsAll(removals) || heads.digest().equals(Heads.digest(removals))
                : removals.stream().anyMatch(named::contains);
    }

    /// What we may not show is no ground to speak again: a newcomer that we invited, and that was told no further since we
    /// or it were put out, would ask for its addition at every turn.
    ///
    /// One want of a dossier and batch, as we ask: each is a walk through its past.
    void take(Want want) {
        boolean another =
                turn.answer().serve.stream()
                        .anyMatch(earlier -> earlier.dossier().equals(want.dossier()));
        if (!another && turn.isOurs(want.dossier()) && mayShowOneOf(want)) {
            turn.answer().serve.add(want);
        }
    }

    private boolean mayShowOneOf(Want want) {
        return want.entries().stream()
                .flatMap(id -> turn.store().envelopes().find(id).stream())
                .filter(entry -> entry.dossier().equals(want.dossier()))
                .anyMatch(turn.visible(want.dossier()));
    }
}
