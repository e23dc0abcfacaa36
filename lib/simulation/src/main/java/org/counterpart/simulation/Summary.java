package org.counterpart.simulation;

import org.counterpart.replication.Batch;

/// A batch in one line of the trace.
record Summary(Batch batch) {
    @Override
    public String toString() {
        return "[heads "
                + batch.heads().size()
                + " wants "
                + batch.wants().size()
                + " envelopes "
                + batch.envelopes().size()
                + " parcels "
                + batch.parcels().size()
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
