package org.counterpart.app.proof;

import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.counterpart.ledger.SignedCheckpoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;

/// An officer takes the whole ledger, to show it to somebody who does not trust this node.
/// That is an act of its own: the export holds, as one of its last leaves, that it was made and by whom.
@Component
public final class ExportingLedger {
    private static final Code EXPORTED = new Code("exported");
    private static final Code LEDGER = new Code("ledger");

    private final Leaves leaves;
    private final SequencingLeaves sequencing;
    private final SigningCheckpoint signing;
    private final NumberedLeaves numbered;
    private final Checkpoints checkpoints;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    ExportingLedger(
            Leaves leaves,
            SequencingLeaves sequencing,
            SigningCheckpoint signing,
            NumberedLeaves numbered,
            Checkpoints checkpoints,
            PlatformTransactionManager transactions,
            InstantSource time) {
        this.leaves = leaves;
        this.sequencing = sequencing;
        this.signing = signing;
        this.numbered = numbered;
        this.checkpoints = checkpoints;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    /// Writes the leaf, gives it its place and signs the log up to it; then the export can be written out. The leaf
    /// stands even when the export is then broken off: what was sent was seen.
    public LedgerCopy begin(Act.Actor by) {
        Act act = Act.of(EXPORTED, time.instant(), by).about(LEDGER);
        transaction.executeWithoutResult(_ -> leaves.add(act));
        sequencing.whenFree();
        SignedCheckpoint head = signing.now();
        return new LedgerCopy(head, numbered, checkpoints);
    }
}
