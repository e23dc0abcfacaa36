/// Officers, their roles and tokens, and the one door: may this officer do this, and why.
@NullMarked
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"node", "proof", "language"})
package org.counterpart.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
