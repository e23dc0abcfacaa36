package org.counterpart.replication;

/// What one node takes from another at most. Limits delay and do not refuse what is lawful, but for the last one.
///
/// @param batchBytes of one batch as it goes over the wire: what an old line carries in one request
/// @param batchItems of each kind in one batch: bounds the transaction that stores them
/// @param carried parcels for third nodes that one peer may have us keep
/// @param provisional envelopes of dossiers to which one peer invited us, kept before the entries that make us a member are
///     placed: whoever is brought into a longer dossier does not get in
public record Limits(int batchBytes, int batchItems, int carried, int provisional) {
    /// Invitations of one peer that stand at a time, also to dossiers that nobody has opened: each is a row that is summed up for
    /// every envelope that the peer brings on a promise. Never more than there is room for.
    private static final int MOST_INVITATIONS = 1_000;

    public static final Limits STANDARD = new Limits(1 << 20, 100, 10_000, 100_000);

    int invitations() {
        return Math.min(MOST_INVITATIONS, provisional);
    }
}
