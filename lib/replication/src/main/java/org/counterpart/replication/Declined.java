package org.counterpart.replication;

import org.counterpart.dossier.Codes;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;

/// What a node did not take of a batch, and why.
///
/// @param code from the table of refusals in the protocol
public record Declined(Subject subject, EntryId entry, String code) {
    /// What of the entry was declined.
    public enum Subject {
        ENVELOPE,
        PARCEL,
        RECEIPT
    }

    Json.Members json() {
        return Json.object()
                .with("subject", subject.name())
                .with("entry", entry.hex())
                .with("code", code);
    }

    static Declined read(Json json) {
        Fields fields = Fields.of(json);
        var declined =
                new Declined(
                        fields.code("subject", code -> Codes.of(Subject.class, code)),
                        fields.code("entry", EntryId::new),
                        fields.code("code"));
        fields.end();
        return declined;
    }
}
