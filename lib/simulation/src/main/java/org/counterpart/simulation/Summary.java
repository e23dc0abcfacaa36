package org.counterpart.simulation;

import org.counterpart.replication.Batch;

/// A batch in one line of the trace.
record Summary(Batch batch) {
    /// Enough of an id to follow it by eye.
    private static String digits(String hex) {
        return hex.substring(0, 8);
    }

    @Override
    public String toString() {
        return "[heads "
                + batch.heads().size()
                + " wants "
                + batch.wants().size()
                + " envelopes "
                + batch.envelopes().stream()
                        .map(envelope -> envelope.id().hex().substring(0, 8))
                        .toList()
                + " parcels "
                + batch.parcels().stream()
                        .map(
                                p ->
                                        digits(p.entry().hex())
                                                + (p.wrap().under().equals(p.entry())
                                                        ? ""
                                                        : "/" + digits(p.wrap().under().hex()))
                                                + ">"
                                                + digits(p.recipient().hex()))
                        .toList()
                + " receipts "
                + batch.receipts().size()
                + " kept "
                + batch.kept().size()
                + " declined "
                + batch.declined().stream()
                        .map(d -> d.getClass().getSimpleName() + d.code())
                        .toList()
                + "]";
    }
}
