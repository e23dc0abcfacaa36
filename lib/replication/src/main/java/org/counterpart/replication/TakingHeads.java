package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;

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
        SortedSet<EntryId> unknown = unknown(heads);
        if (!unknown.isEmpty() && bothAreMembers(dossier)) {
            envelopes.want(dossier, unknown);
        }
        Store.Peers peers = turn.store().peers();
        peers.knows(turn.peer(), dossier, clock(heads));
        if (agree(heads)) {
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
        return heads.entries().equals(turn.store().envelopes().heads(heads.dossier()));
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

    private boolean bothAreMembers(DossierId dossier) {
        var members = turn.membersOf(dossier);
        return members.containsKey(turn.self()) && members.containsKey(turn.peer());
    }

    /// Two members agree when they hold the same; one that was put out is left alone once it knows that it was. Two that
    /// were put out have nothing to tell each other.
    private boolean agree(Heads heads) {
        if (bothAreMembers(heads.dossier())) {
            return holdTheSame(heads);
        }
        var members = turn.membersOf(heads.dossier());
        if (!members.containsKey(turn.peer()) && !members.containsKey(turn.self())) {
            return true;
        }
        NodeId out = members.containsKey(turn.peer()) ? turn.self() : turn.peer();
        return turn.members().removalsOf(heads.dossier(), out).stream()
                .allMatch((Placed removal) -> heads.clock().covers(removal));
    }

    void take(Want want) {
        if (turn.isOurs(want.dossier())) {
            turn.answer().serve.add(want);
        }
    }
}
