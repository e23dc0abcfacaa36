package org.counterpart.replication;

import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Writing;

import java.util.Optional;

/// Takes note of what a peer did not take: wraps again, tries later, or gives up and says so.
final class TakingRefusals {
    private final Turn turn;

    TakingRefusals(Turn turn) {
        this.turn = turn;
    }

    void take(Declined declined) {
        switch (declined.subject()) {
            case ENVELOPE -> turn.report("DECLINED_" + declined.code(), declined.entry());
            case RECEIPT ->
                    turn.store().receipts().told(declined.entry(), turn.self(), turn.peer());
            case PARCEL ->
                    turn.store()
                            .shelf()
                            .find(declined.entry(), turn.peer())
                            .ifPresent(item -> parcel(item, declined.code()));
        }
    }

    /// Only the addressee's own word counts: the item is looked up under the peer that declined.
    private void parcel(Store.Shelf.Item item, String code) {
        if (code.equals(ParcelRefusal.SEALED_TO_AN_OLD_KEY.code())) {
            wrapAgain(item);
        } else if (!code.equals(BatchRefusal.COME_LATER.code())) {
            turn.store().shelf().remove(item);
            turn.report("DECLINED_" + code, item.entry());
        }
    }

    /// To the newest card that the dossier holds; when that is the one which is gone, it waits for a newer one.
    private void wrapAgain(Store.Shelf.Item item) {
        Parcel old = turn.store().shelf().parcel(item);
        Optional<Placed> placed = turn.store().envelopes().find(item.entry());
        Optional<SignedCard> card =
                placed.flatMap(entry -> turn.members().card(entry.dossier(), item.recipient()))
                        .filter(to -> !to.card().sealing().id().equals(old.wrap().keyId()));
        Optional<Secret> key = turn.store().contents().payloadKey(item.entry());
        Optional<Ciphertext> ciphertext = turn.store().contents().ciphertext(item.entry());
        boolean ours = old.wrap().maker().equals(turn.self());
        if (ours && card.isPresent() && key.isPresent() && ciphertext.isPresent()) {
            Parcel fresh =
                    new Writing(turn.tools().cryptography(), turn.tools().random())
                            .wrap(
                                    turn.keys(),
                                    item.entry(),
                                    ciphertext.get(),
                                    key.get(),
                                    card.get(),
                                    old.wrap().under());
            turn.store().shelf().put(fresh, item.broughtBy());
        }
    }
}
