package org.counterpart.dossier;

import java.util.List;

/// An entry as its author's node holds it: signed, with content, key and a parcel for each other node.
public record Written(
        SignedEnvelope signed,
        Content content,
        Secret payloadKey,
        Ciphertext ciphertext,
        List<Parcel> parcels) {
    public Written {
        parcels = List.copyOf(parcels);
    }

    public EntryId id() {
        return signed.id();
    }

    public Writing.Openable openable() {
        return new Writing.Openable(id(), ciphertext, payloadKey);
    }
}
