package org.counterpart.replication;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.SignedEnvelope;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// All that one node says to another at a time, as request or as response. Saying it twice changes nothing.
///
/// @param envelopes parents before children
/// @param parcels after the envelopes that they belong to
public record Batch(
        NodeId from,
        NodeId to,
        List<Heads> heads,
        List<Want> wants,
        List<SignedEnvelope> envelopes,
        List<Parcel> parcels,
        List<Receipt> receipts,
        List<Kept> kept,
        List<Declined> declined) {
    /// Items of each kind: what one transaction stores in a few tens of milliseconds.
    private static final int MOST = 100;

    public Batch {
        heads = List.copyOf(heads);
        wants = List.copyOf(wants);
        envelopes = List.copyOf(envelopes);
        parcels = List.copyOf(parcels);
        receipts = List.copyOf(receipts);
        kept = List.copyOf(kept);
        declined = List.copyOf(declined);
    }

    /// A batch that says nothing.
    public static Batch empty(NodeId from, NodeId to) {
        return new Batch(
                from, to, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    public boolean isEmpty() {
        return heads.isEmpty()
                && wants.isEmpty()
                && envelopes.isEmpty()
                && parcels.isEmpty()
                && receipts.isEmpty()
                && kept.isEmpty()
                && declined.isEmpty();
    }

    /// The canonical bytes (RFC 8785) that go over the wire.
    public byte[] bytes() {
        Json.Members json =
                Json.object().with("version", 1).with("from", from.hex()).with("to", to.hex());
        json = with(json, "heads", heads, Heads::json);
        json = with(json, "wants", wants, Want::json);
        json = with(json, "envelopes", envelopes, SignedEnvelope::json);
        json = with(json, "parcels", parcels, Parcel::json);
        json = with(json, "receipts", receipts, Receipt::json);
        json = with(json, "kept", kept, Kept::json);
        return with(json, "declined", declined, Declined::json).bytes();
    }

    private static <T> Json.Members with(
            Json.Members json, String name, List<T> items, Function<T, Json> write) {
        return items.isEmpty()
                ? json
                : json.with(name, Json.items(items.stream().map(write).toList()));
    }

    /// Reads what [#bytes()] wrote.
    ///
    /// @throws Malformed when it is not a batch of version 1 in canonical form
    public static Batch read(byte[] bytes) {
        Fields fields = new Fields(CanonicalJson.readObject(bytes));
        if (fields.whole("version") != 1) {
            throw new Malformed("only batches of version 1 are known");
        }
        var batch =
                new Batch(
                        fields.code("from", NodeId::new),
                        fields.code("to", NodeId::new),
                        items(fields, "heads", Heads::read),
                        items(fields, "wants", Want::read),
                        items(fields, "envelopes", SignedEnvelope::read),
                        items(fields, "parcels", Parcel::read),
                        items(fields, "receipts", Receipt::read),
                        items(fields, "kept", Kept::read),
                        items(fields, "declined", Declined::read));
        fields.end();
        return batch;
    }

    private static <T> List<T> items(Fields fields, String name, Function<Json, T> read) {
        return fields.has(name) ? fields.list(name, MOST, read) : new ArrayList<>();
    }
}
