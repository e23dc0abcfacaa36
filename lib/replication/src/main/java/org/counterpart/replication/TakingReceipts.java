package org.counterpart.replication;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Sight;

import java.time.Duration;
import java.util.Optional;

/// Takes receipts, passes them on to whom they concern, and lets go of what they end.
final class TakingReceipts {
    /// Further apart than this, stated and seen time are both shown and the later counts.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Turn turn;
    private final NodeActs acts;

    TakingReceipts(Turn turn, NodeActs acts) {
        this.turn = turn;
        this.acts = acts;
    }

    void take(Receipt receipt) {
        Store.Receipts receipts = turn.store().receipts();
        Optional<Placed> placed = turn.store().envelopes().find(receipt.entry());
        if (placed.isEmpty()) {
            return;
        }
        boolean known = receipts.find(receipt.entry(), receipt.by()).isPresent();
        if (!known && !isGenuine(receipt, placed.get())) {
            turn.declineAndReport(
                    Declined.Subject.RECEIPT,
                    receipt.entry(),
                    BatchRefusal.RECEIPT_NOT_GENUINE.code());
            return;
        }
        turn.answer().kept.add(new Kept.HasReceipt(receipt.entry(), receipt.by()));
        if (!known) {
            receipts.record(receipt);
            passOn(receipt);
            dispute(receipt, placed.get());
        }
    }

    private boolean isGenuine(Receipt receipt, Placed placed) {
        return !turn.guards(Guard.RECEIPT_IS_GENUINE)
                || turn.members()
                        .card(placed.dossier(), receipt.by())
                        .map(card -> card.card().signingKeyBytes())
                        .filter(key -> receipt.isSignedBy(key, turn.tools().cryptography()))
                        .isPresent();
    }

    /// To the audience as far as we know it, and back to whoever had us carry the parcel.
    private void passOn(Receipt receipt) {
        Store.Shelf shelf = turn.store().shelf();
        shelf.find(receipt.entry(), receipt.by())
                .ifPresent(
                        item -> {
                            tell(receipt, item.broughtBy());
                            shelf.remove(item);
                        });
        if (turn.store().contents().sight(receipt.entry()) instanceof Sight.Read(var content)) {
            content.audience().nodes().forEach(node -> tell(receipt, node));
        }
    }

    private void tell(Receipt receipt, NodeId to) {
        boolean another =
                !to.equals(turn.self()) && !to.equals(turn.peer()) && !to.equals(receipt.by());
        if (another && turn.store().peers().isPeer(to)) {
            turn.store().receipts().tell(receipt.entry(), receipt.by(), to);
        }
    }

    private void dispute(Receipt receipt, Placed placed) {
        boolean apart = Duration.between(receipt.at(), turn.now()).abs().compareTo(TOLERANCE) > 0;
        if (placed.author().equals(turn.self()) && apart) {
            acts.timeDisputed(placed, receipt, turn.now());
        }
    }

    void kept(Kept kept) {
        switch (kept) {
            case Kept.Carrying(EntryId entry, NodeId recipient) ->
                    turn.store()
                            .shelf()
                            .find(entry, recipient)
                            .ifPresent(item -> turn.store().shelf().carries(item, turn.peer()));
            case Kept.HasReceipt(EntryId entry, NodeId by) ->
                    turn.store().receipts().told(entry, by, turn.peer());
        }
    }
}
