package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

/// The command was called in a way that cannot be meant.
final class Misused extends CommandFailure {
    Misused(String sentence, String next) {
        super(ExitCode.USAGE, "COMMAND_MISUSED", sentence, next);
    }
}
