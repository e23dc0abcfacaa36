package org.counterpart.ledger;

/// A mistake of the program that calls the ledger; what others got wrong is a [LedgerRefusal].
///
/// Thrown, never returned: no officer can repair it and no data from outside should reach it unread.
public abstract sealed class LedgerMisuse extends RuntimeException {
    private LedgerMisuse(String message) {
        super(message);
    }

    /// A value that was to be a [Code] holds what a code may not hold.
    public static final class NotACode extends LedgerMisuse {
        NotACode(String seen) {
            super("a code of %d characters does not match %s".formatted(seen.length(), Code.FORM));
        }
    }

    /// A run of bytes has another length than its type has.
    public static final class WrongLength extends LedgerMisuse {
        WrongLength(String what, long seen, long allowed) {
            super("%s has %d bytes, allowed are %d".formatted(what, seen, allowed));
        }
    }

    /// A number, a size or a time lies outside what the log holds.
    public static final class OutOfRange extends LedgerMisuse {
        OutOfRange(String what, long seen, long least, long most) {
            super("%s is %d, allowed are %d to %d".formatted(what, seen, least, most));
        }

        static void check(String what, long seen, long least, long most) {
            if (seen < least || seen > most) {
                throw new OutOfRange(what, seen, least, most);
            }
        }
    }

    /// A key that signs or is trusted breaks the rules for keys or for their names.
    public static final class KeyNotAdmitted extends LedgerMisuse {
        KeyNotAdmitted(String name) {
            super("no key can be admitted under the name " + name);
        }
    }
}
