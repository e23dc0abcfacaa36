package org.counterpart.replication.memory;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.replication.Store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Receipts in memory.
public final class MemoryReceipts implements Store.Receipts {
    private final Table<Key<EntryId, NodeId>, Receipt> receipts;
    private final Table<EntryId, Instant> owed;
    private final Table<Key<NodeId, Key<EntryId, NodeId>>, Boolean> untold;

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
    public SortedMap<EntryId, Instant> unsigned() {
        return owed.rows();
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
                .map(row -> new Receipting.Owed(row.getKey(), row.getValue()))
                .limit(most)
                .toList();
    }

    @Override
    public void owe(EntryId entry, Instant at) {
        owed.put(entry, at);
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
            if (key.first().equals(to) && found.size() < most) {
                receipts.find(key.second()).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public void told(EntryId entry, NodeId by, NodeId to) {
        untold.remove(new Key<>(to, new Key<>(entry, by)));
    }
}
