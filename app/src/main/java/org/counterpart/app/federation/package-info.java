/// Peers: cards, peerings, signed requests over HTTPS, and the conversations that carry what nodes say to each other.
@NullMarked
@ApplicationModule(
        displayName = "federation",
        allowedDependencies = {"access", "dossiers", "language", "node", "proof"})
package org.counterpart.app.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
