/// The vault: entries of dossiers are appended, opened, shared and recalled here, each act in one transaction with its
/// ledger leaf, its projections and what is to be told to peers.
@NullMarked
package org.counterpart.app.dossiers;

import org.jspecify.annotations.NullMarked;
