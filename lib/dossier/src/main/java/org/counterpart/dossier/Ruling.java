package org.counterpart.dossier;

import java.util.List;
import java.util.Set;

/// The answer of [OriginatorControl], with its reasons either way.
public sealed interface Ruling {
    /// It may be done.
    ///
    /// @param because what made it lawful, for the page and the ledger
    record Allowed(Set<Permit> because) implements Ruling {
        public Allowed {
            because = Set.copyOf(because);
        }
    }

    /// It may not.
    ///
    /// @param grounds every rule that forbids it, in the order of the rules
    record Blocked(List<HandlingGround> grounds) implements Ruling {
        public Blocked {
            grounds = List.copyOf(grounds);
        }
    }

    /// Why something may be done.
    enum Permit {
        /// The actor's own node wrote it and it rests on nobody else's.
        OWN_ENTRY,
        /// No code forbids it.
        CODES_ALLOW,
        /// The originator released it for this use and these recipients.
        RELEASED
    }
}
