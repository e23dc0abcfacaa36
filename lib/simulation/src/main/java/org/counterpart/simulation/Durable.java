package org.counterpart.simulation;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Sight;
import org.counterpart.replication.memory.MemoryStore;

import java.util.TreeSet;

/// The contents that were committed on a node: what it may sign a receipt for.
final class Durable {
    private final MemoryStore store;
    private final TreeSet<EntryId> contents = new TreeSet<>();
    private int seen;

    Durable(MemoryStore store) {
        this.store = store;
    }

    /// Called after each commit.
    void refresh() {
        var sights = store.contents().sights();
        if (sights.size() != seen) {
            seen = sights.size();
            sights.forEach(
                    (entry, sight) -> {
                        if (!(sight instanceof Sight.Voided)) {
                            contents.add(entry);
                        }
                    });
        }
    }

    boolean has(EntryId entry) {
        return contents.contains(entry);
    }
}
