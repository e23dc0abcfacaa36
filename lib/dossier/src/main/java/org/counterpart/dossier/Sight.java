package org.counterpart.dossier;

/// What one node sees of an entry.
public sealed interface Sight {
    /// It was in the audience and opened it.
    record Read(Content content) implements Sight {}

    /// The bare envelope: not in the audience, or the parcel has not come.
    record Closed() implements Sight {}

    /// It was read once; key, salt and content are destroyed.
    record Erased() implements Sight {}

    record Voided(VoidReason reason) implements Sight {}
}
