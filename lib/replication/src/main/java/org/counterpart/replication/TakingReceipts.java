package org.counterpart.replication;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedCard;

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

    /// A receipt whose entry or signer we do not know yet is passed over; it comes again. So is one of a dossier that
    /// is not ours yet: if that is forgotten, nothing of it stays.
    void take(Receipt receipt) {
        Store.Receipts receipts = turn.store().receipts();
        Optional<Placed> placed = turn.store().envelopes().find(receipt.entry());
        if (placed.isEmpty()
                || !turn.isOurs(placed.get().dossier())
                || !turn.everBelonged(placed.get().dossier())) {
            return;
        }
        Optional<SignedCard> signer = turn.members().card(placed.get().dossier(), receipt.by());
        if (signer.isEmpty()) {
            return;
        }
        boolean known = receipts.find(receipt.entry(), receipt.by()).isPresent();
        if (!known && !isGenuine(receipt, signer.get())) {
            String code = BatchRefusal.RECEIPT_NOT_GENUINE.code();
            turn.declineAndReport(new Declined.OfReceipt(receipt.entry(), receipt.by(), code));
            return;
        }
        turn.answer().kept.add(new Kept.HasReceipt(receipt.entry(), receipt.by()));
        letGo(receipt);
        if (!known) {
            receipts.record(receipt);
            passOn(receipt, placed.get());
            dispute(receipt, placed.get());
        }
    }

    private boolean isGenuine(Receipt receipt, SignedCard signer) {
        return !turn.guards(Guard.RECEIPT_IS_GENUINE)
                || receipt.isSignedBy(signer.card().signingKeyBytes(), turn.tools().cryptography());
    }

    /// Of parcels that wait for who signed, telling all who have them too, back to where they came from; also when the
    /// receipt was known before the parcel was put there, as by a forward to who has the entry already.
    private void letGo(Receipt receipt) {
        Store.Shelf shelf = turn.store().shelf();
        for (Store.Shelf.Item item : shelf.addressedTo(receipt.by(), receipt.entry())) {
            tell(receipt, item.broughtBy());
            shelf.carriers(item).forEach(node -> tell(receipt, node));
            shelf.remove(item);
        }
    }

    /// To the audience as far as we know it.
    private void passOn(Receipt receipt, Placed placed) {
        if (turn.store().contents().sight(receipt.entry()) instanceof Sight.Read(var content)) {
            turn.everIn(placed.dossier(), content.audience()).forEach(node -> tell(receipt, node));
        }
    }

    private void tell(Receipt receipt, NodeId to) {
        if (!to.equals(turn.self()) && !to.equals(turn.peer()) && !to.equals(receipt.by())) {
            turn.store().receipts().tell(receipt.entry(), receipt.by(), to);
        }
    }

    private void dispute(Receipt receipt, Placed placed) {
        boolean apart = Duration.between(receipt.at(), turn.now()).abs().compareTo(TOLERANCE) > 0;
        if (placed.author().equals(turn.self()) && apart) {
            acts.timeDisputed(placed, receipt, turn.now());
        }
    }

    /// A carrier has it too, if it speaks of the one that waits now; the addressee itself ends the duty.
    private void kept(Store.Shelf.Item item, String key) {
        if (item.recipient().equals(turn.peer())) {
            turn.store().shelf().remove(item);
        } else if (item.key().equals(key)) {
            turn.store().shelf().carries(item, turn.peer());
        }
    }

    void kept(Kept kept) {
        switch (kept) {
            case Kept.Carrying(EntryId entry, NodeId recipient, NodeId maker, String key) ->
                    turn.store()
                            .shelf()
                            .find(entry, recipient, maker)
                            .ifPresent(item -> kept(item, key));
            case Kept.HasReceipt(EntryId entry, NodeId by) ->
                    turn.store().receipts().told(entry, by, turn.peer());
        }
    }
}
