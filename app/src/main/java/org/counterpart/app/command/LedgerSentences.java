package org.counterpart.app.command;

import java.util.Locale;
import java.util.ResourceBundle;

/// The sentence and the next step of each code that a verification can end with.
final class LedgerSentences {
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("org.counterpart.app.command.ledger", Locale.ENGLISH);

    private LedgerSentences() {}

    static String sentence(Enum<?> code) {
        return ENGLISH.getString(code.name() + ".sentence");
    }

    static String next(Enum<?> code) {
        return ENGLISH.getString(code.name() + ".next");
    }
}
