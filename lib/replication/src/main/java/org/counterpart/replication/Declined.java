package org.counterpart.replication;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;

import java.util.regex.Pattern;

/// What a node did not take of a batch, and why, by a code from the table of refusals in the protocol.
public sealed interface Declined {
    /// How a code is spelled: it goes into a ledger, so it is no place for text.
    Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    EntryId entry();

    String code();

    record OfEnvelope(EntryId entry, String code) implements Declined {}

    /// A parcel of this maker for this recipient: others of the same entry may serve.
    record OfParcel(EntryId entry, NodeId recipient, NodeId maker, String code)
            implements Declined {}

    /// A receipt by this node.
    record OfReceipt(EntryId entry, NodeId by, String code) implements Declined {}

    default Json.Members json() {
        Json.Members json =
                switch (this) {
                    case OfEnvelope(var entry, _) -> Json.object().with("envelope", entry.hex());
                    case OfParcel(var entry, var recipient, var maker, _) ->
                            Json.object()
                                    .with("parcel", entry.hex())
                                    .with("recipient", recipient.hex())
                                    .with("maker", maker.hex());
                    case OfReceipt(var entry, var by, _) ->
                            Json.object().with("receipt", entry.hex()).with("by", by.hex());
                };
        return json.with("code", code());
    }

    static Declined read(Json json) {
        Fields fields = Fields.of(json);
        Declined declined;
        if (fields.has("envelope")) {
            declined = new OfEnvelope(fields.code("envelope", EntryId::new), code(fields));
        } else if (fields.has("parcel")) {
            declined =
                    new OfParcel(
                            fields.code("parcel", EntryId::new),
                            fields.code("recipient", NodeId::new),
                            fields.code("maker", NodeId::new),
                            code(fields));
        } else if (fields.has("receipt")) {
            declined =
                    new OfReceipt(
                            fields.code("receipt", EntryId::new),
                            fields.code("by", NodeId::new),
                            code(fields));
        } else {
            throw new Malformed("neither an envelope, a parcel nor a receipt is declined");
        }
        fields.end();
        return declined;
    }

    private static String code(Fields fields) {
        String code = fields.code("code");
        if (!CODE.matcher(code).matches()) {
            throw new Malformed("the code of what is declined is not spelled as a code");
        }
        return code;
    }
}
