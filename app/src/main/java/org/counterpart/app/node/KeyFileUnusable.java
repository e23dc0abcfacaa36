package org.counterpart.app.node;

/// The key file or its password does not open what it should.
final class KeyFileUnusable extends NodeFailure {
    KeyFileUnusable(String sentence, String next) {
        super(ExitCode.FAILED, sentence, next);
    }

    KeyFileUnusable(String sentence, String next, Throwable cause) {
        super(ExitCode.FAILED, sentence, next, cause);
    }

    /// For what no operator can mend without the log.
    KeyFileUnusable(String sentence, Throwable cause) {
        super(ExitCode.FAILED, sentence, "", cause);
    }
}
