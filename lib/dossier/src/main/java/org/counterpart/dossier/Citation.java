package org.counterpart.dossier;

/// An entry that another one rests on: where it stands and whose it is. A recall finds derived copies by it.
public record Citation(DossierId dossier, EntryId entry, NodeId originator) {
    Json.Members json() {
        return Json.object()
                .with("dossier", dossier.text())
                .with("entry", entry.hex())
                .with("originator", originator.hex());
    }

    static Citation read(Json json) {
        Fields fields = Fields.of(json);
        var citation =
                new Citation(
                        fields.code("dossier", DossierId::new),
                        fields.code("entry", EntryId::new),
                        fields.code("originator", NodeId::new));
        fields.end();
        return citation;
    }
}
