package org.counterpart.app.proof;

import org.counterpart.ledger.SignedCheckpoint;
import org.springframework.stereotype.Component;

/// Anybody who will verify this ledger later takes its head today: with one, a tail that was cut shows.
/// The head is a count, a hash and a signature; it tells nothing about an act, so to show it is none.
@Component
public final class ShowingHead {
    private final SequencingLeaves sequencing;
    private final SigningCheckpoint signing;

    ShowingHead(SequencingLeaves sequencing, SigningCheckpoint signing) {
        this.sequencing = sequencing;
        this.signing = signing;
    }

    /// The signed log as it stands now.
    public SignedCheckpoint now() {
        sequencing.whenFree();
        return signing.now();
    }
}
