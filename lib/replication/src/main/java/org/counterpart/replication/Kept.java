package org.counterpart.replication;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;

/// A peer's word that it durably has what we gave it for others; it ends our sending it again.
///
/// Unsigned: it concerns the two of us only, and the request around it is signed.
public sealed interface Kept {
    /// It carries this maker's parcel, made for this sealing key of its recipient: a word that was long on its way must not
    /// pass for one about the parcel that has taken its place.
    record Carrying(EntryId entry, NodeId recipient, NodeId maker, String key) implements Kept {}

    /// It has this receipt.
    record HasReceipt(EntryId entry, NodeId by) implements Kept {}

    default Json.Members json() {
        return switch (this) {
            case Carrying(var entry, var recipient, var maker, var key) ->
                    Json.object()
                            .with("parcel", entry.hex())
                            .with("recipient", recipient.hex())
                            .with("maker", maker.hex())
                            .with("key", key);
            case HasReceipt(var entry, var by) ->
                    Json.object().with("receipt", entry.hex()).with("by", by.hex());
        };
    }

    static Kept read(Json json) {
        Fields fields = Fields.of(json);
        Kept kept;
        if (fields.has("parcel")) {
            kept =
                    new Carrying(
                            fields.code("parcel", EntryId::new),
                            fields.code("recipient", NodeId::new),
                            fields.code("maker", NodeId::new),
                            fields.code("key"));
        } else if (fields.has("receipt")) {
            kept =
                    new HasReceipt(
                            fields.code("receipt", EntryId::new), fields.code("by", NodeId::new));
        } else {
            throw new Malformed("neither a parcel nor a receipt is kept");
        }
        fields.end();
        return kept;
    }
}
