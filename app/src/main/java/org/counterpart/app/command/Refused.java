package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

import java.util.Optional;

/// The node understood and said no; the code and the words are the node's.
final class Refused extends CommandFailure {
    private final String author;

    Refused(String code, String sentence, String next) {
        this(code, sentence, next, "");
    }

    /// @param author the desk that may allow it, where the node names one
    Refused(String code, String sentence, String next, String author) {
        super(ExitCode.REFUSED, code, sentence, next);
        this.author = author;
    }

    /// The desk that may allow it.
    Optional<String> author() {
        return author.isEmpty() ? Optional.empty() : Optional.of(author);
    }

    /// The same, with a command that can be copied.
    Refused withCommand(String command) {
        return new Refused(
                code(), sentence(), next().map(step -> step + " ").orElse("") + command, author);
    }
}
