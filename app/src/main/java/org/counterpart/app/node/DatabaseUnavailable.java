package org.counterpart.app.node;

/// The database cannot be started, reached or used.
final class DatabaseUnavailable extends NodeFailure {
    DatabaseUnavailable(String sentence) {
        super(ExitCode.FAILED, sentence);
    }

    DatabaseUnavailable(String sentence, Throwable cause) {
        super(ExitCode.FAILED, sentence, cause);
    }
}
