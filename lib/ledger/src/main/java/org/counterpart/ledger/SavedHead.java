package org.counterpart.ledger;

import org.counterpart.ledger.Verification.Limit;
import org.counterpart.ledger.Verification.Place;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The checkpoint that a verifier kept from before, held against the leaves as they pass.
///
/// No proof is needed: every leaf passes, so the root at the head's size can be compared.
final class SavedHead {
    private final @Nullable Checkpoint head;
    private boolean contradicted;

    /// Size of the last checkpoint that is not from an epoch after the head's.
    private long sameEpoch;

    private SavedHead(@Nullable Checkpoint head) {
        this.head = head;
    }

    static SavedHead none() {
        return new SavedHead(null);
    }

    static SavedHead of(Checkpoint head) {
        return new SavedHead(head);
    }

    /// How the log disagrees with the head.
    record Dissent(LedgerRefusal code, Place place) {}

    /// To be called at every size that the log goes through.
    void pass(Frontier log) {
        if (head != null && log.size() == head.size()) {
            contradicted = !log.root().equals(head.root());
        }
    }

    /// To be called at every checkpoint; only the checkpoint tells whether a log that lost the
    /// head's leaves was restored since, or forked.
    Optional<Dissent> at(Checkpoint signed) {
        if (head == null) {
            return Optional.empty();
        }
        if (contradicted) {
            var forked = new Place.Between(0, head.size());
            return dissent(signed, LedgerRefusal.LEDGER_HEAD_CONTRADICTED, forked, head);
        }
        if (signed.epoch() <= head.epoch()) {
            sameEpoch = signed.size();
        }
        return Optional.empty();
    }

    /// To be called with the last checkpoint, after [#at].
    Optional<Dissent> atEnd(Checkpoint last) {
        if (head == null || head.size() <= last.size()) {
            return Optional.empty();
        }
        var cut = new Place.Between(last.size(), head.size());
        return dissent(last, LedgerRefusal.LEDGER_TAIL_CUT, cut, head);
    }

    Limit limit() {
        return head == null ? Limit.LEDGER_TAIL_UNPROVEN : Limit.LEDGER_TAIL_PROVEN_TO_HEAD;
    }

    private Optional<Dissent> dissent(
            Checkpoint signed, LedgerRefusal code, Place place, Checkpoint before) {
        if (signed.epoch() > before.epoch()) {
            var lost = new Place.Between(sameEpoch, before.size());
            return Optional.of(new Dissent(LedgerRefusal.LEDGER_LOST_IN_RESTORE, lost));
        }
        return Optional.of(new Dissent(code, place));
    }
}
