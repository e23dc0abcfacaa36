package org.counterpart.app.node;

/// The database cannot be started, reached or used.
final class DatabaseUnavailable extends NodeFailure {
    DatabaseUnavailable(String sentence, String next) {
        super(ExitCode.FAILED, sentence, next);
    }

    DatabaseUnavailable(String sentence, String next, Throwable cause) {
        super(ExitCode.FAILED, sentence, next, cause);
    }

    /// For what no operator can mend without the log.
    DatabaseUnavailable(String sentence, Throwable cause) {
        super(ExitCode.FAILED, sentence, "", cause);
    }
}
