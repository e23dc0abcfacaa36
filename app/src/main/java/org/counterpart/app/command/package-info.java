/// The command line: verbs that talk to the running node over HTTP with an officer's token.
@NullMarked
@ApplicationModule(
        displayName = "command",
        allowedDependencies = {"exchange", "node", "proof"})
package org.counterpart.app.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
