/// The vault: entries of dossiers are appended, opened, shared and recalled here, each act in one transaction with its
/// ledger leaf, its projections and what is to be told to peers.
@NullMarked
@ApplicationModule(
        displayName = "dossiers",
        allowedDependencies = {"access", "node", "proof"})
package org.counterpart.app.dossiers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
