package org.counterpart.replication;

import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Writing;

import java.util.Optional;

/// Seals what waits for a node anew once it shows a newer card, for the private half of the older key will be gone.
///
/// It needs no word from the addressee: everybody who waits with a parcel of its own sees the new card, also where
/// a carrier stands between; the carriers take the fresh parcel in place of the stale one.
final class SealingAgain {
    private final Turn turn;

    SealingAgain(Turn turn) {
        this.turn = turn;
    }

    /// To be called when an entry is placed.
    void after(Placed placed) {
        switch (placed.membership()) {
            case Membership.Renew(var card) -> after(placed, card.card().node());
            case Membership.Add(var card, _) -> after(placed, card.card().node());
            case Membership.Open _,
                    Membership.Remove _,
                    Membership.Leave _,
                    Membership.Unchanged _ -> {}
        }
    }

    private void after(Placed placed, NodeId node) {
        Optional<SignedCard> card = turn.members().card(placed.dossier(), node);
        for (Store.Shelf.Item item : turn.store().shelf().addressedTo(node)) {
            boolean ours = item.maker().equals(turn.self());
            boolean here =
                    turn.store()
                            .envelopes()
                            .find(item.entry())
                            .filter(entry -> entry.dossier().equals(placed.dossier()))
                            .isPresent();
            if (ours && here && card.isPresent()) {
                seal(item, card.get());
            }
        }
    }

    private void seal(Store.Shelf.Item item, SignedCard card) {
        Parcel stale = turn.store().shelf().parcel(item);
        Optional<Writing.Openable> held = turn.store().contents().openable(item.entry());
        boolean newer = !item.key().equals(card.card().sealing().id());
        if (newer && held.isPresent()) {
            var writing = new Writing(turn.tools().cryptography(), turn.tools().random());
            Parcel fresh = writing.wrap(turn.keys(), held.get(), card, stale.wrap().under());
            turn.store().shelf().put(fresh, item.broughtBy());
        }
    }
}
