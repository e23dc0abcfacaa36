/// Questions, answers and information between desks of different states, and the clocks that run on them.
@NullMarked
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"access", "directory", "dossiers", "node"})
package org.counterpart.app.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
