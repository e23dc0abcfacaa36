package org.counterpart.replication.memory;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.NodeId;
import org.counterpart.replication.Store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// Peers in memory.
public final class MemoryPeers implements Store.Peers {
    private final Random order = new Random(1);
    private final Table<NodeId, Boolean> accepted;
    private final Table<Key<NodeId, DossierId>, Clock> known;
    private final Table<Key<NodeId, DossierId>, Boolean> unsettled;

    MemoryPeers(Journal journal) {
        accepted = new Table<>(journal);
        known = new Table<>(journal);
        unsettled = new Table<>(journal);
    }

    public void accept(NodeId node) {
        accepted.put(node, true);
    }

    public void withdraw(NodeId node) {
        accepted.remove(node);
    }

    @Override
    public boolean isPeer(NodeId node) {
        return accepted.has(node);
    }

    @Override
    public SortedSet<NodeId> all() {
        return new TreeSet<>(accepted.rows().keySet());
    }

    @Override
    public Clock known(NodeId peer, DossierId dossier) {
        return known.get(new Key<>(peer, dossier), Clock.NOTHING);
    }

    @Override
    public void knows(NodeId peer, DossierId dossier, Clock clock) {
        known.put(new Key<>(peer, dossier), clock);
    }

    @Override
    public List<DossierId> unsettled(NodeId peer, int most) {
        var dossiers = new ArrayList<DossierId>();
        for (var key : unsettled.rows().keySet()) {
            if (key.first().equals(peer)) {
                dossiers.add(key.second());
            }
        }
        Collections.shuffle(dossiers, order);
        return dossiers.stream().limit(most).toList();
    }

    @Override
    public void settle(NodeId peer, DossierId dossier) {
        unsettled.remove(new Key<>(peer, dossier));
    }

    @Override
    public void unsettle(NodeId peer, DossierId dossier) {
        unsettled.put(new Key<>(peer, dossier), true);
    }
}
