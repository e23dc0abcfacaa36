package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

/// The node understood and said no; the code and the words are the node's.
final class Refused extends CommandFailure {
    Refused(String code, String sentence, String next) {
        super(ExitCode.REFUSED, code, sentence, next);
    }
}
