package org.counterpart.replication;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;

import java.util.SortedSet;
import java.util.TreeSet;

/// The members that several messages share.
final class Wire {
    private Wire() {}

    static Json.Members dossierAndEntries(DossierId dossier, SortedSet<EntryId> entries) {
        return Json.object()
                .with("dossier", dossier.text())
                .with("entries", Json.texts(entries.stream().map(EntryId::hex).toList()));
    }

    static SortedSet<EntryId> entries(Fields fields, int most) {
        return new TreeSet<>(fields.texts("entries", most, EntryId::new));
    }
}
