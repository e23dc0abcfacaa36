package org.counterpart.replication.memory;

import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;
import org.counterpart.replication.Store;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// Opened contents in memory.
public final class MemoryContents implements Store.Contents {
    private final Function<EntryId, Optional<Placed>> placed;
    private final Table<EntryId, Sight> sights;
    private final Table<EntryId, EntryId> unders;
    private final Table<EntryId, Secret> keys;
    private final Table<EntryId, Ciphertext> ciphertexts;

    MemoryContents(Journal journal, Function<EntryId, Optional<Placed>> placed) {
        this.placed = placed;
        sights = new Table<>(journal);
        unders = new Table<>(journal);
        keys = new Table<>(journal);
        ciphertexts = new Table<>(journal);
    }

    /// What this node sees; entries that it sees nothing of are left out.
    public SortedMap<EntryId, Sight> sights() {
        return sights.rows();
    }

    @Override
    public Sight sight(EntryId entry) {
        return sights.get(entry, new Sight.Closed());
    }

    @Override
    public Optional<EntryId> under(EntryId entry) {
        return unders.find(entry);
    }

    @Override
    public Optional<Secret> payloadKey(EntryId entry) {
        return keys.find(entry);
    }

    @Override
    public Optional<Ciphertext> ciphertext(EntryId entry) {
        return ciphertexts.find(entry);
    }

    @Override
    public void keep(
            EntryId entry,
            EntryId under,
            Ciphertext ciphertext,
            Secret payloadKey,
            Content content) {
        sights.put(entry, new Sight.Read(content));
        unders.put(entry, under);
        keys.put(entry, payloadKey);
        ciphertexts.put(entry, ciphertext);
    }

    @Override
    public void markVoid(EntryId entry, VoidReason reason) {
        sights.put(entry, new Sight.Voided(reason));
    }

    @Override
    public long markedVoid(DossierId dossier, NodeId author, int most) {
        return sights.rows().entrySet().stream()
                .filter(row -> row.getValue() instanceof Sight.Voided)
                .flatMap(row -> placed.apply(row.getKey()).stream())
                .filter(one -> one.dossier().equals(dossier) && one.author().equals(author))
                .limit(most)
                .count();
    }

    /// Destroys key and content.
    public void erase(EntryId entry) {
        sights.put(entry, new Sight.Erased());
        unders.remove(entry);
        keys.remove(entry);
        ciphertexts.remove(entry);
    }
}
