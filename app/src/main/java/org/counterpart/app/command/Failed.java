package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

/// The node answered with something that is neither a result nor a refusal.
final class Failed extends CommandFailure {
    Failed(String sentence, String next) {
        super(ExitCode.FAILED, "COMMAND_FAILED", sentence, next);
    }
}
