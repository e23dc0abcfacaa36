package org.counterpart.replication;

import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;

import java.util.function.Supplier;

/// The machine of replication: each method runs inside one transaction of its [Store] and does nothing else.
///
/// **The problem.** Nodes of sovereign states hold copies of dossiers. Links fail, nodes crash between any two writes,
/// clocks are wrong, a peer may lie. All honest members of a dossier must come to hold the same entries, nobody else
/// may learn of them, and a receipt must mean that the entry is safe.
///
/// **The choice.** Entries form a hash DAG, so copies merge by union and there is nothing to reconcile. What is to be
/// said is never queued as a message: it is computed, at the moment of speaking, from what is stored and from what the
/// peer last said it holds. So a lost, doubled or reordered message costs time and nothing else; there is no queue
/// that could disagree with the data. Three things remain durable duties: a parcel until its addressee has signed, a
/// receipt until whom it concerns has it, a dossier until the peer's heads equal ours.
///
/// **Rejected.** A log per peer (grows with every failure, and is one more thing to restore); consensus (a state's
/// node must work while all others are away); acknowledging envelopes one by one (heads say it for all of them).
///
/// The order of calls, with the commits between them, is that of [Exchanging].
public final class Replication {
    private final Supplier<NodeKeys> keys;
    private final Tools tools;

    /// @param keys asked anew for each turn, because sealing keys change every 30 days
    public Replication(Supplier<NodeKeys> keys, Tools tools) {
        this.keys = keys;
        this.tools = tools;
    }

    NodeId self() {
        return keys.get().node();
    }

    boolean guards(Guard guard) {
        return tools.guards().stand(guard);
    }

    /// Opens a dossier on this node.
    public Appended open(Store store, Membership.Open act, Content content) {
        return new Appending(turn(store, self(), new Answer())).open(act, content);
    }

    /// Writes this node's next entry of a dossier and, for a forward or release, seals what it gives.
    public Appended append(Store store, DossierId dossier, Membership act, Content content) {
        return new Appending(turn(store, self(), new Answer())).append(dossier, act, content);
    }

    /// Takes in what a peer said.
    Answer take(Store store, Batch batch) {
        var answer = new Answer();
        Turn turn = turn(store, batch.from(), answer);
        boolean forUs =
                batch.to().equals(turn.self()) || !tools.guards().stand(Guard.BATCH_IS_FOR_US);
        if (!store.peers().isPeer(batch.from())) {
            store.report(report(BatchRefusal.SENDER_NOT_A_PEER, batch.from()));
        } else if (!forUs) {
            store.report(report(BatchRefusal.NOT_ADDRESSED_TO_US, batch.from()));
        } else {
            take(turn, batch);
        }
        return answer;
    }

    private static Report report(BatchRefusal refusal, NodeId from) {
        return new Report(refusal.code(), from, from.hex());
    }

    private static void take(Turn turn, Batch batch) {
        var acts = new NodeActs(turn);
        var receipts = new TakingReceipts(turn, acts);
        // First, for it speaks of what we said before: a newer card among the envelopes makes us
        // seal that anew.
        batch.kept().forEach(receipts::kept);
        var envelopes = new TakingEnvelopes(turn, new Vouching(turn, batch.envelopes()));
        batch.envelopes().forEach(envelopes::take);
        var parcels = new TakingParcels(turn, acts);
        batch.parcels().forEach(parcels::take);
        batch.receipts().forEach(receipts::take);
        var heads = new TakingHeads(turn, envelopes);
        batch.heads().forEach(heads::take);
        batch.wants().forEach(heads::take);
        batch.declined().forEach(new TakingRefusals(turn)::take);
    }

    /// Signs the receipts of what earlier transactions have stored.
    void sign(Store store) {
        var owed = store.receipts().owed(tools.limits().batchItems());
        for (Receipt receipt : new Receipting(tools.cryptography()).sign(owed, keys.get())) {
            store.receipts().record(receipt);
            store.receipts().paid(receipt.entry());
        }
    }

    /// What to say to a peer now.
    Batch compose(Store store, NodeId peer, Answer answer) {
        return new Composing(turn(store, peer, answer)).compose();
    }

    private Turn turn(Store store, NodeId peer, Answer answer) {
        return new Turn(store, keys.get(), tools, peer, answer);
    }
}
