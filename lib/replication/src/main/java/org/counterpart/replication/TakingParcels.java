package org.counterpart.replication;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Opening;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Wrap;

import java.util.Optional;

/// Takes parcels: opens what is for this node, carries what is for others.
///
/// A parcel that comes before its envelope, before the card of its maker or before the forward that allows it is
/// passed over without a word; its sender keeps it until we sign, and brings it again.
final class TakingParcels {
    /// Of one author in one dossier, to every member: each reader writes an entry for each, so a member could have all of them
    /// write without end.
    private static final int VOIDS_TOLD = 32;

    private final Turn turn;
    private final Opening.Opener opener;
    private final NodeActs acts;

    TakingParcels(Turn turn, NodeActs acts) {
        this.turn = turn;
        this.opener = new Opening.Opener(turn.tools().cryptography(), turn.tools().guards());
        this.acts = acts;
    }

    void take(Parcel parcel) {
        Optional<Placed> placed = turn.store().envelopes().find(parcel.entry());
        if (placed.isEmpty() || !turn.isOurs(placed.get().dossier())) {
            return;
        }
        DossierId dossier = placed.get().dossier();
        if (!turn.everBelonged(dossier) && turn.hasVouched(dossier)) {
            // Its addition is not placed yet: it brings this again.
            return;
        }
        if (!turn.everBelonged(dossier)) {
            turn.report(BatchRefusal.SENDER_NOT_A_MEMBER.code(), parcel.entry());
        } else if (!turn.membersOf(dossier).containsKey(parcel.recipient())) {
            decline(parcel, BatchRefusal.RECIPIENT_NOT_A_MEMBER.code());
        } else {
            judge(parcel, placed.get());
        }
    }

    /// A parcel that is not what it claims learns nothing, not even whether we hold its entry.
    private void judge(Parcel parcel, Placed placed) {
        Optional<SignedCard> maker = turn.members().card(placed.dossier(), parcel.wrap().maker());
        if (maker.isEmpty()) {
            return;
        }
        if (turn.guards(Guard.WRAP_IS_GENUINE) && !opener.isGenuine(parcel, maker.get())) {
            declineAndReport(parcel, ParcelRefusal.WRAP_NOT_GENUINE.code());
            return;
        }
        boolean own = parcel.recipient().equals(turn.self());
        switch (mayWrap(parcel, placed, own)) {
            case NOT_YET -> {}
            case NO -> declineAndReport(parcel, ParcelRefusal.MAKER_NOT_ALLOWED.code());
            case YES -> {
                if (own) {
                    takeOwn(parcel, placed);
                } else {
                    carry(parcel, placed);
                }
            }
        }
    }

    /// Whoever brings it, a member or one that was put out meanwhile: it stands on its maker's signature.
    private void takeOwn(Parcel parcel, Placed placed) {
        switch (turn.store().contents().sight(parcel.entry())) {
            case Sight.Read _, Sight.Erased() -> heldAlready(parcel, placed);
            case Sight.Voided(var reason) -> decline(parcel, reason.code());
            case Sight.Closed() -> open(parcel, placed);
        }
    }

    /// Who is owed our receipt hears it again. To an author that is given its own entry back, and to who was put out
    /// and had forwarded another's, none is owed, nor for what was erased before it came: they hear that we have it,
    /// or the parcel would come for ever.
    private void heldAlready(Parcel parcel, Placed placed) {
        boolean receiptComes =
                !placed.author().equals(turn.self())
                        && !erasedUnsigned(parcel.entry())
                        && (turn.membersOf(placed.dossier()).containsKey(turn.peer())
                                || placed.author().equals(turn.peer()));
        if (receiptComes) {
            turn.store().receipts().tell(parcel.entry(), turn.self(), turn.peer());
        } else {
            turn.answer().kept.add(kept(parcel));
        }
    }

    private boolean erasedUnsigned(EntryId entry) {
        return turn.store().contents().sight(entry) instanceof Sight.Erased
                && turn.store().receipts().find(entry, turn.self()).isEmpty();
    }

    private void open(Parcel parcel, Placed placed) {
        Optional<VoidReason> reason = turn.members().voids(placed);
        if (reason.isPresent()) {
            decline(parcel, reason.get().code());
        } else {
            opened(parcel, placed, opener.open(parcel, placed.signed(), turn.keys()));
        }
    }

    /// Whether a maker may wrap, as far as it can be told now.
    private enum Leave {
        YES,
        NO,
        NOT_YET
    }

    /// The author delivers its own; anybody else needs a forward or a release of its own that names this entry and
    /// this node and that the originator can read. So a recall finds every holder. A carrier cannot read what was
    /// given, but sees that its maker wrote it.
    private Leave mayWrap(Parcel parcel, Placed placed, boolean own) {
        Wrap wrap = parcel.wrap();
        if (!turn.guards(Guard.MAKER_IS_ALLOWED)) {
            return Leave.YES;
        }
        if (wrap.under().equals(placed.id())) {
            return wrap.maker().equals(placed.author()) ? Leave.YES : Leave.NO;
        }
        Optional<Placed> under = turn.store().envelopes().find(wrap.under());
        if (under.isEmpty()) {
            return Leave.NOT_YET;
        }
        boolean makers =
                under.get().author().equals(wrap.maker())
                        && turn.members().voids(under.get()).isEmpty();
        if (!makers || !own) {
            return makers ? Leave.YES : Leave.NO;
        }
        return switch (turn.store().contents().sight(wrap.under())) {
            case Sight.Read(var content) ->
                    content.audience().includes(placed.author())
                                    && gives(content, placed.id(), turn.self())
                            ? Leave.YES
                            : Leave.NO;
            case Sight.Closed() -> Leave.NOT_YET;
            // An erased forward cannot be looked at again: what came by it ends with it.
            case Sight.Erased(), Sight.Voided _ -> Leave.NO;
        };
    }

    private static boolean gives(Content content, EntryId entry, NodeId to) {
        try {
            return switch (Act.of(content)) {
                case Act.Forward(var entries, var recipients) ->
                        entries.contains(entry) && recipients.includes(to);
                case Act.Release(_, var entries, var recipients, _, _) ->
                        entries.contains(entry) && recipients.includes(to);
                default -> false;
            };
        } catch (Malformed e) {
            return false;
        }
    }

    private void opened(Parcel parcel, Placed placed, Opening opening) {
        switch (opening) {
            case Opening.Opened(var content, var key) -> {
                boolean own = parcel.wrap().under().equals(placed.id());
                if (own && !concerns(content, placed)) {
                    voided(parcel, placed, VoidReason.WRONG_AUDIENCE);
                    return;
                }
                turn.store()
                        .contents()
                        .keep(
                                placed.id(),
                                parcel.wrap().under(),
                                parcel.ciphertext(),
                                key,
                                content);
                turn.store().receipts().owe(placed.id(), turn.now());
                tellReceipt(parcel, placed, content);
                turn.everIn(placed.dossier()).forEach(by -> passOn(placed, by, content));
            }
            case Opening.Voided(var reason) -> voided(parcel, placed, reason);
            case Opening.Refused(var ground) -> declineAndReport(parcel, ground.code());
        }
    }

    private boolean concerns(Content content, Placed placed) {
        return content.audience().includes(turn.self())
                && content.audience().includes(placed.author());
    }

    /// The receipt goes to whoever brought the parcel, to the audience, and to who made the wrap.
    private void tellReceipt(Parcel parcel, Placed placed, Content content) {
        tell(placed.id(), turn.peer());
        tell(placed.id(), parcel.wrap().maker());
        Iterable<NodeId> others =
                turn.guards(Guard.RECEIPTS_STAY_IN_THE_AUDIENCE)
                        ? turn.everIn(placed.dossier(), content.audience())
                        : turn.membersOf(placed.dossier()).keySet();
        others.forEach(node -> tell(placed.id(), node));
    }

    /// A receipt that came before we knew the audience goes to it now: some may have nobody but us to hear it from, also
    /// that of a node outside the audience to whom the entry was given on.
    private void passOn(Placed placed, NodeId by, Content content) {
        if (turn.store().receipts().find(placed.id(), by).isPresent()) {
            turn.everIn(placed.dossier(), content.audience()).stream()
                    .filter(node -> !node.equals(by) && !node.equals(turn.self()))
                    .forEach(node -> turn.store().receipts().tell(placed.id(), by, node));
        }
    }

    private void tell(EntryId entry, NodeId to) {
        if (!to.equals(turn.self())) {
            turn.store().receipts().tell(entry, turn.self(), to);
        }
    }

    /// The author sealed to us what it should not have: told to it and to the ledger, and to every member until they know it
    /// of this author well enough.
    private void voided(Parcel parcel, Placed placed, VoidReason reason) {
        Store.Contents contents = turn.store().contents();
        contents.markVoid(placed.id(), reason);
        declineAndReport(parcel, reason.code());
        if (contents.markedVoid(placed.dossier(), placed.author(), VOIDS_TOLD + 1) <= VOIDS_TOLD) {
            acts.foundVoid(placed, reason);
        }
    }

    private void carry(Parcel parcel, Placed placed) {
        Store.Shelf shelf = turn.store().shelf();
        EntryId entry = parcel.entry();
        NodeId recipient = parcel.recipient();
        var kept = kept(parcel);
        var held = shelf.find(entry, recipient, parcel.wrap().maker());
        if (!turn.membersOf(placed.dossier()).containsKey(turn.peer())) {
            decline(parcel, BatchRefusal.SENDER_NOT_A_MEMBER.code());
        } else if (parcel.wrap().maker().equals(turn.self()) && held.isEmpty()) {
            // Our own, which left our shelf for a reason: it does not come back through a carrier.
            turn.answer().kept.add(kept);
        } else if (turn.store().receipts().find(entry, recipient).isPresent()) {
            turn.answer().kept.add(kept);
            turn.store().receipts().tell(entry, recipient, turn.peer());
        } else if (held.isPresent() && held.get().key().equals(parcel.wrap().keyId())) {
            shelf.carries(held.get(), turn.peer());
            turn.answer().kept.add(kept);
        } else if (held.isPresent() && !isFresher(parcel, held.get(), placed)) {
            // We may not have heard yet of the key that it was made for: to say that we carry it
            // would end the bringing of what we do not have.
            decline(parcel, BatchRefusal.COME_LATER.code());
        } else if (shelf.broughtBy(turn.peer()) >= turn.tools().limits().carried()) {
            decline(parcel, BatchRefusal.COME_LATER.code());
        } else {
            shelf.put(parcel, turn.peer());
            turn.answer().kept.add(kept);
        }
    }

    private static Kept kept(Parcel parcel) {
        return new Kept.Carrying(
                parcel.entry(), parcel.recipient(), parcel.wrap().maker(), parcel.wrap().keyId());
    }

    /// Whether it was made for the newest key of its recipient, and the one that we carry was not.
    private boolean isFresher(Parcel parcel, Store.Shelf.Item held, Placed placed) {
        String newest =
                turn.members()
                        .card(placed.dossier(), parcel.recipient())
                        .map(card -> card.card().sealing().id())
                        .orElse("");
        return parcel.wrap().keyId().equals(newest) && !held.key().equals(newest);
    }

    private void decline(Parcel parcel, String code) {
        turn.decline(declined(parcel, code));
    }

    private void declineAndReport(Parcel parcel, String code) {
        turn.declineAndReport(declined(parcel, code));
    }

    private static Declined declined(Parcel parcel, String code) {
        return new Declined.OfParcel(
                parcel.entry(), parcel.recipient(), parcel.wrap().maker(), code);
    }
}
