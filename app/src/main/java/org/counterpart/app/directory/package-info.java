/// Who can be asked: states, and the desks in them, our own and those of other nodes.
@NullMarked
@ApplicationModule(
        displayName = "directory",
        allowedDependencies = {"access", "dossiers", "language", "node"})
package org.counterpart.app.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
