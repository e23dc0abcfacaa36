package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

/// The command was called in a way that cannot be meant.
final class Misused extends CommandFailure {
    Misused(String sentence, String next) {
        super(ExitCode.USAGE, "COMMAND_MISUSED", sentence, next);
    }

    /// For which the next step is to look into the help of the verb.
    Misused(String sentence) {
        this(sentence, "");
    }

    /// What was given for an option or a word of a verb, and what may be.
    static Misused value(String name, String given, String allowed) {
        return new Misused(name + " is \"" + given + "\"; allowed is " + allowed + ".");
    }

    /// The same, and where the help is.
    Misused withHelp(String help) {
        return new Misused(sentence(), next().map(step -> step + " ").orElse("") + "Help: " + help);
    }
}
