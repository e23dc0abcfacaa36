package org.counterpart.app.proof;

import org.counterpart.ledger.Leaf;
import org.counterpart.ledger.LedgerExport;
import org.counterpart.ledger.SignedCheckpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// An export that was begun: its leaf is in the log and its last checkpoint signed, only the writing is left.
///
/// It is read page by page and holds no transaction open. Leaves that have a number change no more, except that one
/// may be erased meanwhile, so every page belongs to the same log.
public final class LedgerCopy {
    private static final int PAGE = 500;

    private final SignedCheckpoint head;
    private final NumberedLeaves leaves;
    private final Checkpoints checkpoints;

    LedgerCopy(SignedCheckpoint head, NumberedLeaves leaves, Checkpoints checkpoints) {
        this.head = head;
        this.leaves = leaves;
        this.checkpoints = checkpoints;
    }

    /// The checkpoint over the last leaf of the export.
    public SignedCheckpoint head() {
        return head;
    }

    /// Writes the export in the format of `lib/ledger`. What is stored is written as it is stored: when somebody
    /// edited the database, the verifier must see it. The stream stays the caller's to close.
    public void writeTo(OutputStream out) throws IOException {
        var export = new LedgerExport(out, head.key());
        var signed = new Signed();
        long size = head.checkpoint().size();
        long last = -1;
        for (List<Leaf> page = leaves.page(last, size, PAGE);
                !page.isEmpty();
                page = leaves.page(last, size, PAGE)) {
            for (Leaf leaf : page) {
                signed.writeUpTo(leaf.number(), export);
                export.leaf(leaf);
                last = leaf.number();
            }
        }
        signed.writeUpTo(size, export);
        export.end();
    }

    /// The checkpoints, each to be written before the first leaf that it does not sign.
    private final class Signed {
        private final Queue<Checkpoints.Stored> page = new ArrayDeque<>();
        private final long last = checkpoints.last().map(Checkpoints.Stored::serial).orElse(0L);
        private long serial;

        void writeUpTo(long size, LedgerExport export) throws IOException {
            for (fill(); !page.isEmpty() && page.element().size() <= size; fill()) {
                export.checkpoint(page.remove().bytes());
            }
        }

        private void fill() {
            if (page.isEmpty()) {
                page.addAll(checkpoints.page(serial, last, PAGE));
                page.forEach(stored -> serial = stored.serial());
            }
        }
    }
}
