package org.counterpart.replication;

import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Written;

/// What comes of writing an entry on this node.
public sealed interface Appended {
    /// It is written and waits for its readers.
    record Done(Placed placed, Written written) implements Appended {}

    /// Nothing was written.
    ///
    /// @param code from the table of refusals in the protocol
    record Refused(String code) implements Appended {}
}
