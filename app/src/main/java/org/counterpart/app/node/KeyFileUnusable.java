package org.counterpart.app.node;

/// The key file or its password does not open what it should.
final class KeyFileUnusable extends NodeFailure {
    KeyFileUnusable(String sentence) {
        super(ExitCode.FAILED, sentence);
    }

    KeyFileUnusable(String sentence, Throwable cause) {
        super(ExitCode.FAILED, sentence, cause);
    }
}
