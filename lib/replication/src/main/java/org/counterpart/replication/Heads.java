package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// How far a node holds a dossier: the entries that no other has as a parent, and how much of each author.
///
/// An author who uses one number a thousand times makes a thousand of them. So a few are named, others each time, and a
/// digest stands for all: equal digests are an equal past.
///
/// @param entries all of them, or as many as are named at a time
/// @param digest of the ids of all of them, see [#digest(Collection)]
public record Heads(DossierId dossier, SortedSet<EntryId> entries, Digest digest, Clock clock) {
    /// Fifty dossiers name no more than a quarter of a batch.
    static final int MOST = 64;

    public Heads {
        entries = Collections.unmodifiableSortedSet(new TreeSet<>(entries));
    }

    /// Names all of the entries, or a stretch of them that begins anywhere.
    static Heads of(
            DossierId dossier, SortedSet<EntryId> all, Clock clock, RandomGenerator random) {
        return new Heads(dossier, someOf(all, random), digest(all), clock);
    }

    private static SortedSet<EntryId> someOf(SortedSet<EntryId> all, RandomGenerator random) {
        if (all.size() <= MOST) {
            return all;
        }
        List<EntryId> ids = new ArrayList<>(all);
        Collections.rotate(ids, random.nextInt(ids.size()));
        return new TreeSet<>(ids.subList(0, MOST));
    }

    /// SHA-256 of the ids, 32 bytes each, in ascending order.
    static Digest digest(Collection<EntryId> all) {
        return Digest.of(
                new TreeSet<>(all)
                        .stream().map(id -> new Digest(id.hex()).bytes()).toArray(byte[][]::new));
    }

    Json.Members json() {
        return Wire.dossierAndEntries(dossier, entries)
                .with("digest", digest.hex())
                .with("clock", clock.json());
    }

    static Heads read(Json json) {
        Fields fields = Fields.of(json);
        var heads =
                new Heads(
                        fields.code("dossier", DossierId::new),
                        Wire.entries(fields, MOST),
                        fields.code("digest", Digest::new),
                        Clock.read(fields.members("clock")));
        fields.end();
        return heads;
    }
}
