package org.counterpart.replication;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.SignedEnvelope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Fills a batch up to its limits; what has no room waits for the next.
final class BatchBuilder {
    /// Names, brackets and the addresses of a batch, generously.
    private static final int FRAME = 4_096;

    private final NodeId from;
    private final NodeId to;
    private final Limits limits;
    private final List<Heads> heads = new ArrayList<>();
    private final List<Want> wants = new ArrayList<>();
    private final List<SignedEnvelope> envelopes = new ArrayList<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Declined> declined = new ArrayList<>();
    private final TreeSet<EntryId> held = new TreeSet<>();
    private int bytes = FRAME;

    BatchBuilder(NodeId from, NodeId to, Limits limits) {
        this.from = from;
        this.to = to;
        this.limits = limits;
    }

    void kept(List<Kept> items) {
        items.forEach(item -> add(kept, item, item::json));
    }

    void declined(List<Declined> items) {
        items.forEach(item -> add(declined, item, item::json));
    }

    void wants(List<Want> items) {
        items.forEach(item -> add(wants, item, item::json));
    }

    void receipt(Receipt receipt) {
        add(receipts, receipt, receipt::json);
    }

    void heads(Heads item) {
        add(heads, item, item::json);
    }

    void envelope(Placed entry) {
        if (!held.contains(entry.id())
                && add(envelopes, entry.signed(), () -> entry.signed().json())) {
            held.add(entry.id());
        }
    }

    /// How many more envelopes there may be, if they are not too large.
    int envelopesLeft() {
        return limits.batchItems() - envelopes.size();
    }

    boolean parcel(Parcel parcel) {
        return add(parcels, parcel, parcel::json);
    }

    boolean holds(EntryId entry) {
        return held.contains(entry);
    }

    /// Whether another parcel could be looked at.
    boolean hasRoom() {
        return parcels.size() < limits.batchItems() && bytes < limits.batchBytes();
    }

    private <T> boolean add(List<T> items, T item, Supplier<Json.Members> json) {
        if (items.size() >= limits.batchItems()) {
            return false;
        }
        int size = json.get().bytes().length + 1;
        if (bytes + size > limits.batchBytes()) {
            return false;
        }
        items.add(item);
        bytes += size;
        return true;
    }

    /// A gift before the forward that gives it would be passed over.
    Batch build() {
        parcels.sort(Comparator.comparing(one -> !one.wrap().under().equals(one.entry())));
        return new Batch(from, to, heads, wants, envelopes, parcels, receipts, kept, declined);
    }
}
