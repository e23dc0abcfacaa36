package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

/// A file that was given is another one than is meant here. Nothing was verified, so nothing is said against the ledger.
final class WrongFile extends CommandFailure {
    /// @param code one with words among the [LedgerSentences]
    WrongFile(Enum<?> code) {
        this(code, LedgerSentences.sentence(code));
    }

    /// @param sentence says it of the file that was given
    WrongFile(Enum<?> code, String sentence) {
        super(ExitCode.USAGE, code.name(), sentence, LedgerSentences.next(code));
    }
}
