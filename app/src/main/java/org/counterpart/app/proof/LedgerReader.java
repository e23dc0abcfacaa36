package org.counterpart.app.proof;

import org.counterpart.ledger.Act;

import java.util.Objects;

/// Somebody who may take the ledger out, as `access` decided; whoever holds none cannot ask for it.
///
/// @param actor who it is, for the leaf of the export
public record LedgerReader(Act.Actor actor) {
    /// Nobody is let in for want of somebody to ask: a request cannot bind itself to one.
    public LedgerReader {
        Objects.requireNonNull(actor);
    }
}
