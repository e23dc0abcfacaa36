package org.counterpart.replication.memory;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.replication.Store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// Receipts in memory.
public final class MemoryReceipts implements Store.Receipts {
    private final Random order = new Random(1);
    private final Table<Key<EntryId, NodeId>, Receipt> receipts;
    private final Table<EntryId, Owing> owed;
    private final Table<Key<NodeId, Key<EntryId, NodeId>>, Boolean> untold;

    private long arrivals;

    /// When the content was stored, and before which others.
    private record Owing(Instant at, long arrival) {}

    MemoryReceipts(Journal journal) {
        receipts = new Table<>(journal);
        owed = new Table<>(journal);
        untold = new Table<>(journal);
    }

    /// All receipts, own ones included.
    public Collection<Receipt> all() {
        return receipts.rows().values();
    }

    /// Receipts of ours that are not signed yet.
    public SortedSet<EntryId> unsigned() {
        return new TreeSet<>(owed.rows().keySet());
    }

    @Override
    public Optional<Receipt> find(EntryId entry, NodeId by) {
        return receipts.find(new Key<>(entry, by));
    }

    @Override
    public void record(Receipt receipt) {
        receipts.put(new Key<>(receipt.entry(), receipt.by()), receipt);
    }

    @Override
    public List<Receipting.Owed> owed(int most) {
        return owed.rows().entrySet().stream()
                .sorted(Comparator.comparingLong(row -> row.getValue().arrival()))
                .map(row -> new Receipting.Owed(row.getKey(), row.getValue().at()))
                .limit(most)
                .toList();
    }

    @Override
    public void owe(EntryId entry, Instant at) {
        if (!owed.has(entry)) {
            owed.put(entry, new Owing(at, arrivals++));
        }
    }

    @Override
    public void paid(EntryId entry) {
        if (owed.has(entry)) {
            owed.remove(entry);
        }
    }

    @Override
    public void tell(EntryId entry, NodeId by, NodeId to) {
        untold.put(new Key<>(to, new Key<>(entry, by)), true);
    }

    @Override
    public List<Receipt> untold(NodeId to, int most) {
        var found = new ArrayList<Receipt>();
        for (var key : untold.rows().keySet()) {
            if (key.first().equals(to)) {
                receipts.find(key.second()).ifPresent(found::add);
            }
        }
        Collections.shuffle(found, order);
        return found.stream().limit(most).toList();
    }

    @Override
    public void told(EntryId entry, NodeId by, NodeId to) {
        untold.remove(new Key<>(to, new Key<>(entry, by)));
    }
}
