package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Decides what to say to a peer now: first what is owed to it, then how far we are and what it lacks, then parcels.
///
/// Everything comes from what is stored, so a crash forgets nothing that is to be said. Nothing about a dossier goes
/// to a node that is not its member, but for what put it out.
final class Composing {
    private static final int DOSSIERS = 50;

    /// Parcels, and receipts, that are looked at for one batch.
    private static final int LOOKED_AT = 1_000;

    private final Turn turn;
    private final Store store;
    private final BatchBuilder batch;

    Composing(Turn turn) {
        this.turn = turn;
        this.store = turn.store();
        this.batch = new BatchBuilder(turn.self(), turn.peer(), turn.tools().limits());
    }

    Batch compose() {
        if (!store.peers().isPeer(turn.peer())) {
            return Batch.empty(turn.self(), turn.peer());
        }
        batch.kept(turn.answer().kept);
        batch.declined(turn.answer().declined);
        batch.wants(turn.answer().wants.stream().filter(this::mayAskFor).toList());
        turn.answer().serve.forEach(this::serve);
        var dossiers = new LinkedHashSet<>(turn.answer().mention);
        dossiers.addAll(store.peers().unsettled(turn.peer(), DOSSIERS));
        dossiers.forEach(this::speakOf);
        store.receipts().untold(turn.peer(), LOOKED_AT).forEach(this::tell);
        store.shelf().toDeliver(turn.peer(), turn.self(), LOOKED_AT).forEach(this::deliver);
        store.shelf().withoutCarrier(turn.peer()).forEach(this::handOver);
        return batch.build();
    }

    /// Whoever was put out learns of no receipt any more, but for ours of what it wrote itself. A receipt before its
    /// entry would be passed over: it waits.
    private void tell(Receipt receipt) {
        Optional<Placed> entry = store.envelopes().find(receipt.entry());
        boolean wrote = entry.filter(e -> e.author().equals(turn.peer())).isPresent();
        boolean concerned =
                entry.filter(e -> isMember(e.dossier(), turn.peer())).isPresent()
                        || (wrote && receipt.by().equals(turn.self()));
        if (!concerned && turn.guards(Guard.ONLY_MEMBERS_ARE_SERVED)) {
            store.receipts().told(receipt.entry(), receipt.by(), turn.peer());
        } else if (wrote || peerKnows(receipt.entry())) {
            batch.receipt(receipt);
        }
    }

    /// Who was put out by what it has just brought is asked for nothing more.
    private boolean mayAskFor(Want want) {
        return isMember(want.dossier(), turn.peer())
                || turn.isInvited(want.dossier())
                || turn.hasVouched(want.dossier());
    }

    private void serve(Want want) {
        List<Placed> first = howWeCameIn(want.dossier(), want.clock());
        if (!hasRoomFor(first)) {
            return;
        }
        if (first.size() < batch.envelopesLeft()) {
            first.forEach(batch::envelope);
        }
        past().of(want, turn.visible(want.dossier())).forEach(batch::envelope);
    }

    private Past past() {
        int items = turn.tools().limits().batchItems();
        return new Past(store.envelopes(), turn.tools().random(), items);
    }

    private boolean isMember(DossierId dossier, NodeId node) {
        return turn.membersOf(dossier).containsKey(node);
    }

    private void speakOf(DossierId dossier) {
        boolean both = isMember(dossier, turn.self()) && isMember(dossier, turn.peer());
        if (both || !turn.guards(Guard.ONLY_MEMBERS_ARE_SERVED)) {
            batch.heads(headsOf(dossier));
            tellAll(dossier);
        } else {
            tellOfRemovals(dossier);
        }
    }

    private Heads headsOf(DossierId dossier) {
        return headsOf(dossier, store.envelopes().heads(dossier), store.envelopes().clock(dossier));
    }

    private Heads headsOf(DossierId dossier, SortedSet<EntryId> all, Clock clock) {
        return Heads.of(dossier, all, clock, turn.tools().random());
    }

    private void tellAll(DossierId dossier) {
        Clock known = store.peers().known(turn.peer(), dossier);
        List<Placed> first = howWeCameIn(dossier, known);
        if (hasRoomFor(first)) {
            invitation(dossier, known, _ -> true);
            first.forEach(batch::envelope);
            store.envelopes()
                    .beyond(dossier, known, turn.tools().limits().batchItems())
                    .forEach(batch::envelope);
        }
    }

    /// A newcomer is told first that it was added: on that promise it takes the rest.
    private void invitation(DossierId dossier, Clock known, Predicate<Placed> visible) {
        store.envelopes().membership(dossier).stream()
                .filter(entry -> adds(entry, turn.peer()))
                .filter(visible)
                .filter(entry -> !known.covers(entry))
                .max(Past.PARENTS_FIRST)
                .ifPresent(batch::envelope);
    }

    /// How we came in, as far as a member may not have heard of it: it takes nothing from whom it does not know. Where that leaves
    /// no room for anything else, what it has by its clock is left out, though of an author with two histories it may be the twin.
    private List<Placed> howWeCameIn(DossierId dossier, Clock known) {
        if (!isMember(dossier, turn.self()) || !isMember(dossier, turn.peer())) {
            return List.of();
        }
        List<Placed> first =
                Vouching.waysIn(turn, dossier, turn.self()).stream()
                        .filter(entry -> !turn.holds(known, entry) && !batch.holds(entry.id()))
                        .toList();
        return first.size() < turn.tools().limits().batchItems()
                ? first
                : first.stream().filter(entry -> !known.covers(entry)).toList();
    }

    /// Whether these and one more find room, or would in no batch. Of a dossier comes all of this or nothing: what came
    /// without would be taken as the word of somebody who does not belong, and we should fall silent.
    private boolean hasRoomFor(List<Placed> first) {
        int left = batch.envelopesLeft();
        return first.size() < left || left == turn.tools().limits().batchItems();
    }

    private static boolean adds(Placed entry, NodeId node) {
        return entry.membership() instanceof Membership.Add(var card, _)
                && card.card().node().equals(node);
    }

    /// What put either of us out, as far as the peer may know, and what led to it.
    private void tellOfRemovals(DossierId dossier) {
        Predicate<Placed> visible = turn.members().visibleTo(dossier, turn.peer());
        var removals = new TreeSet<EntryId>();
        Clock clock = Clock.NOTHING;
        for (NodeId node : List.of(turn.peer(), turn.self())) {
            Predicate<Placed> knownToIt = turn.members().visibleTo(dossier, node);
            for (Placed removal : turn.members().removalsOf(dossier, node)) {
                if (!isMember(dossier, node) && visible.and(knownToIt).test(removal)) {
                    removals.add(removal.id());
                    clock = clock.join(removal.clock());
                }
            }
        }
        if (removals.isEmpty() || !mayKnowThatWeBelong(dossier, visible)) {
            store.peers().settle(turn.peer(), dossier);
            return;
        }
        boolean mayKnowAll = isMember(dossier, turn.peer());
        batch.heads(
                headsOf(dossier, removals, mayKnowAll ? store.envelopes().clock(dossier) : clock));
        if (turn.answer().silent.contains(dossier)) {
            return;
        }
        Clock known = store.peers().known(turn.peer(), dossier);
        Predicate<Placed> toBoth = visible.and(turn.members().visibleTo(dossier, turn.self()));
        invitation(dossier, known, toBoth);
        past().of(new Want(dossier, removals, known), mayKnowAll ? toBoth : visible).stream()
                .filter(entry -> !known.covers(entry))
                .forEach(batch::envelope);
    }

    /// Who was put out may not learn who came in since: only from a node that it may know to be a member does it hear of its
    /// removal. A node that is out itself tells it nothing new by speaking.
    private boolean mayKnowThatWeBelong(DossierId dossier, Predicate<Placed> visible) {
        Clock known = store.peers().known(turn.peer(), dossier);
        return !isMember(dossier, turn.self())
                || isMember(dossier, turn.peer())
                || store.envelopes().membership(dossier).stream()
                        .filter(act -> Vouching.bringsIn(act, turn.self()))
                        .anyMatch(act -> visible.test(act) || known.covers(act));
    }

    private void deliver(Store.Shelf.Item item) {
        if (isOfAMember(item) && !isVoidForNow(item) && peerKnows(item) && batch.hasRoom()) {
            Parcel parcel = store.shelf().parcel(item);
            if (batch.parcel(parcel) && !turn.guards(Guard.PARCEL_KEPT_UNTIL_RECEIPT)) {
                store.shelf().remove(item);
            }
        }
    }

    /// A parcel for a node that is not our peer goes to members who may know it; they see an addressee and a size.
    private void handOver(Store.Shelf.Item item) {
        if (store.peers().isPeer(item.recipient())
                && turn.guards(Guard.PARCELS_STAY_IN_THE_AUDIENCE)) {
            return;
        }
        if (isOfAMember(item) && mayCarry(item) && peerKnows(item) && batch.hasRoom()) {
            batch.parcel(store.shelf().parcel(item));
        }
    }

    /// Between members only: who was put out delivers what it wrote to its readers alone.
    private boolean mayCarry(Store.Shelf.Item item) {
        return !turn.guards(Guard.PARCELS_STAY_IN_THE_AUDIENCE)
                || dossierOf(item)
                        .filter(dossier -> isMember(dossier, turn.peer()))
                        .filter(dossier -> isMember(dossier, turn.self()))
                        .isPresent();
    }

    /// Whoever was put out gets no more parcels, old ones included. What we made ourselves stays on the shelf all the same:
    /// the removal may yet turn out to count for nothing.
    private boolean isOfAMember(Store.Shelf.Item item) {
        boolean member =
                dossierOf(item).filter(dossier -> isMember(dossier, item.recipient())).isPresent();
        if (!member && turn.guards(Guard.ONLY_MEMBERS_ARE_SERVED)) {
            if (!item.maker().equals(turn.self())) {
                store.shelf().remove(item);
            }
            return false;
        }
        return true;
    }

    /// What we wrote after we were out, as far as we know: nobody takes it, but for good is that only where the removal counts
    /// for good.
    private boolean isVoidForNow(Store.Shelf.Item item) {
        return store.envelopes()
                .find(item.entry())
                .filter(entry -> entry.author().equals(turn.self()))
                .filter(this::mayBeVoid)
                .flatMap(turn.members()::voids)
                .filter(TakingRefusals::isLifted)
                .isPresent();
    }

    /// Spares most entries a look at all changes of members.
    private boolean mayBeVoid(Placed entry) {
        return !isMember(entry.dossier(), turn.self())
                || !turn.members().removalsOf(entry.dossier(), turn.self()).isEmpty();
    }

    private Optional<DossierId> dossierOf(Store.Shelf.Item item) {
        return store.envelopes().find(item.entry()).map(Placed::dossier);
    }

    /// A parcel before its envelope, or before what allows it, would be passed over.
    private boolean peerKnows(Store.Shelf.Item item) {
        return peerKnows(item.entry()) && peerKnows(item.under());
    }

    private boolean peerKnows(EntryId id) {
        return store.envelopes()
                .find(id)
                .filter(
                        entry ->
                                batch.holds(entry.id())
                                        || store.peers()
                                                .known(turn.peer(), entry.dossier())
                                                .covers(entry))
                .isPresent();
    }
}
