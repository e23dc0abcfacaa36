package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.replication.Batch;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// A batch that a node is taking, and what the node held of its dossiers before: whoever shows in it how it came in may be
/// asked for what is missing in the answer to that batch, and in no other.
final class Introduction {
    private final Node receiver;
    private final Batch batch;
    private final TreeMap<DossierId, List<Placed>> before = new TreeMap<>();

    Introduction(Node receiver, Batch batch) {
        this.receiver = receiver;
        this.batch = batch;
        for (SignedEnvelope envelope : batch.envelopes()) {
            before.computeIfAbsent(envelope.dossier(), receiver.store().envelopes()::entries);
        }
    }

    /// Whether the node answers this batch, which brought the peer in by what was held before, and holds no removal of the
    /// peer itself by now.
    boolean allows(Node node, NodeId peer, DossierId dossier, Observer observer) {
        return receiver == node
                && batch.from().equals(peer)
                && before.containsKey(dossier)
                && bringsIn(peer, dossier, observer.ancestry())
                && !observer.standing(node, dossier).isPutOut(peer);
    }

    private boolean bringsIn(NodeId peer, DossierId dossier, Ancestry ancestry) {
        var ids = new TreeSet<>(batch.envelopes().stream().map(SignedEnvelope::id).toList());
        List<Placed> shown =
                ancestry.of(dossier).stream().filter(act -> ids.contains(act.id())).toList();
        List<Placed> held = before.getOrDefault(dossier, List.of());
        var then = new Standing(held.isEmpty() ? openingIn(shown) : held, ancestry);
        return then.bringsIn(shown, peer);
    }

    /// A founder that has heard of nothing takes the opening first.
    private static List<Placed> openingIn(List<Placed> shown) {
        return shown.stream().filter(act -> act.membership() instanceof Membership.Open).toList();
    }
}
