package org.counterpart.app.exchange;

import org.counterpart.app.access.Refusal;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;

import java.util.List;

/// What came of sending something.
public sealed interface Sending {
    /// It is written and on its way.
    ///
    /// @param audience who will see it: exactly these
    record Sent(DossierId dossier, EntryId entry, Audience audience) implements Sending {}

    /// Nothing was written.
    record NotSent(List<Refusal> refusals) implements Sending {
        public NotSent {
            refusals = List.copyOf(refusals);
        }
    }

    static Sending not(Refusal refusal) {
        return new NotSent(List.of(refusal));
    }
}
