package org.counterpart.simulation;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.replication.Batch;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Through whose hands the parcel of an entry for a node has gone: who may come to know that it arrived.
final class Handlers {
    private record Way(EntryId entry, NodeId recipient) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int order = entry.compareTo(other.entry);
            return order == 0 ? recipient.compareTo(other.recipient) : order;
        }
    }

    private final TreeMap<Way, TreeSet<NodeId>> ways = new TreeMap<>();

    void passed(Batch batch) {
        for (Parcel parcel : batch.parcels()) {
            var way =
                    ways.computeIfAbsent(
                            new Way(parcel.entry(), parcel.recipient()), _ -> new TreeSet<>());
            way.add(batch.from());
            way.add(batch.to());
            way.add(parcel.wrap().maker());
        }
    }

    SortedSet<NodeId> of(EntryId entry, NodeId recipient) {
        return ways.getOrDefault(
                new Way(entry, recipient), new TreeSet<>(Collections.emptySortedSet()));
    }
}
