package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A request for entries and for what they have seen, as far as the clock does not cover it.
public record Want(DossierId dossier, SortedSet<EntryId> entries, Clock clock) {
    static final int MOST = 100;

    public Want {
        entries = Collections.unmodifiableSortedSet(new TreeSet<>(entries));
    }

    Json.Members json() {
        return Wire.dossierAndEntries(dossier, entries).with("clock", clock.json());
    }

    static Want read(Json json) {
        Fields fields = Fields.of(json);
        var want =
                new Want(
                        fields.code("dossier", DossierId::new),
                        Wire.entries(fields, MOST),
                        Clock.read(fields.members("clock")));
        fields.end();
        return want;
    }
}
