/// The node's ledger: what was done becomes a leaf with the act itself, gets its place after the commit, and is signed.
@NullMarked
@ApplicationModule(displayName = "proof", allowedDependencies = "node")
package org.counterpart.app.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
