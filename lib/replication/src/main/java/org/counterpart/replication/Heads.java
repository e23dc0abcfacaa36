package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// How far a node holds a dossier: the entries that no other has as a parent, and how much of each author.
public record Heads(DossierId dossier, SortedSet<EntryId> entries, Clock clock) {
    static final int MOST = 1_000;

    public Heads {
        entries = Collections.unmodifiableSortedSet(new TreeSet<>(entries));
    }

    Json.Members json() {
        return Wire.dossierAndEntries(dossier, entries).with("clock", clock.json());
    }

    static Heads read(Json json) {
        Fields fields = Fields.of(json);
        var heads =
                new Heads(
                        fields.code("dossier", DossierId::new),
                        Wire.entries(fields, MOST),
                        Clock.read(fields.members("clock")));
        fields.end();
        return heads;
    }
}
