package org.counterpart.app.proof;

import org.counterpart.ledger.Act;

/// Somebody who may take the ledger out, as `access` decided; whoever holds none cannot ask for it.
///
/// @param actor who it is, for the leaf of the export
public record LedgerReader(Act.Actor actor) {}
