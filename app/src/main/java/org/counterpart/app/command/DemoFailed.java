package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

/// A step of the demo did not hold.
final class DemoFailed extends CommandFailure {
    DemoFailed(String sentence, String next) {
        super(ExitCode.FAILED, "DEMO_STEP_FAILED", sentence, next);
    }
}
