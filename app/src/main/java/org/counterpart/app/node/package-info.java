/// The process itself: its settings, ports, keys, database, log and life from start to stop.
@NullMarked
@ApplicationModule(
        displayName = "node",
        allowedDependencies = {})
package org.counterpart.app.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
