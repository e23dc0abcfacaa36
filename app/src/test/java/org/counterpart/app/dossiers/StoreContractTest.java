package org.counterpart.app.dossiers;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Wrap;
import org.counterpart.replication.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The words of [Store], said to the store in PostgreSQL and to the one in memory that the simulation proves
/// replication with: what is proved there holds here only if both answer alike.
@ExtendWith(ANode.Given.class)
class StoreContractTest {
    private static final int CALLS = 160;

    private final Random random = new Random(20_261_128);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final NodeKeys ng = SoundKeys.of("NG", random);
    private final NodeKeys my = SoundKeys.of("MY", random);
    private final List<NodeKeys> all = List.of(sg, vn, ng, my);
    private final Chronicle chronicle = Chronicle.opened(random, all);
    private final Placed opening = chronicle.opening();
    private final DossierId dossier = chronicle.dossier();
    private final ANode node;

    StoreContractTest(ANode node) {
        this.node = node;
    }

    /// Singapore's stores; its peers are Viet Nam and Nigeria, and Malaysia is none.
    private void stores(Consumer<TwoStores> work) {
        TwoStores.with(node, sg, List.of(vn, ng), work);
    }

    private static void place(TwoStores stores, Placed... entries) {
        for (Placed entry : entries) {
            stores.both(s -> s.envelopes().place(entry));
        }
    }

    private void keep(TwoStores stores, Placed entry) {
        var what = chronicle.written(entry);
        stores.both(
                s ->
                        s.contents()
                                .keep(
                                        entry.id(),
                                        entry.id(),
                                        what.ciphertext(),
                                        what.payloadKey(),
                                        what.content()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void bothAnswerAlikeWhateverTheyWereTold(long seed) {
        stores(
                stores -> {
                    var calls = new RandomCalls(seed, stores, all);
                    for (int call = 1; call <= CALLS; call++) {
                        calls.call();
                        if (call % 20 == 0) {
                            calls.agree();
                        }
                    }
                });
    }

    @Test
    void knowsNothingOfWhatItWasNotTold() {
        var nothing = new EntryId("0".repeat(64));
        stores(
                stores -> {
                    stores.answer(s -> s.envelopes().find(nothing), Optional.empty());
                    stores.answer(s -> s.envelopes().heads(dossier), new TreeSet<>());
                    stores.answer(s -> s.envelopes().clock(dossier), Clock.NOTHING);
                    stores.answer(s -> s.envelopes().invitations(dossier), List.of());
                    stores.answer(s -> s.contents().sight(nothing), new Sight.Closed());
                    stores.answer(s -> s.contents().payloadKey(nothing), Optional.empty());
                    stores.answer(
                            s -> s.shelf().find(nothing, vn.node(), sg.node()), Optional.empty());
                    stores.answer(s -> s.receipts().find(nothing, vn.node()), Optional.empty());
                    stores.answer(s -> s.peers().known(vn.node(), dossier), Clock.NOTHING);
                });
    }

    @Test
    void headsAreTheEntriesThatNoOtherHasAsAParent() {
        Placed one = chronicle.says(sg, opening);
        Placed other = chronicle.says(vn, opening);
        Placed after = chronicle.says(ng, one, other);
        stores(
                stores -> {
                    place(stores, opening, one, other);
                    stores.answer(s -> s.envelopes().heads(dossier), ids(one, other));
                    place(stores, after);
                    stores.answer(s -> s.envelopes().heads(dossier), ids(after));
                });
    }

    private static SortedSet<EntryId> ids(Placed... entries) {
        var ids = new TreeSet<EntryId>();
        for (Placed entry : entries) {
            ids.add(entry.id());
        }
        return ids;
    }

    @Test
    void givesWhatAClockDoesNotCoverParentsFirst() {
        Placed last = opening;
        var entries = new ArrayList<>(List.of(opening));
        for (int i = 0; i < 6; i++) {
            last = chronicle.says(all.get(i % 3), last);
            entries.add(last);
        }
        var seen = new TreeMap<NodeId, Long>();
        seen.put(sg.node(), 2L);
        var clock = new Clock(seen);
        var beyond = entries.stream().filter(entry -> !clock.covers(entry)).toList();
        stores(
                stores -> {
                    place(stores, entries.toArray(Placed[]::new));
                    stores.answer(s -> s.envelopes().beyond(dossier, clock, 100), beyond);
                    stores.answer(
                            s -> s.envelopes().beyond(dossier, clock, 2), beyond.subList(0, 2));
                    stores.answer(
                            s -> s.envelopes().beyond(dossier, entries.getLast().clock(), 9),
                            List.of());
                });
    }

    @Test
    void seesTwoHistoriesOfWhoUsesANumberTwice() {
        Placed one = chronicle.says(vn, opening);
        Placed other = chronicle.says(vn, opening);
        stores(
                stores -> {
                    place(stores, opening, one);
                    stores.answer(s -> s.envelopes().hasTwoHistories(dossier, vn.node()), false);
                    place(stores, other);
                    stores.answer(s -> s.envelopes().hasTwoHistories(dossier, vn.node()), true);
                    stores.answer(s -> s.envelopes().hasTwoHistories(dossier, sg.node()), false);
                    stores.answer(
                            s -> Set.copyOf(s.envelopes().written(dossier, vn.node(), 1)),
                            Set.of(one, other));
                    place(stores, chronicle.says(vn, one));
                    stores.answer(
                            s -> Set.copyOf(s.envelopes().doubled(dossier, vn.node())),
                            Set.of(one, other));
                    stores.answer(s -> s.envelopes().doubled(dossier, sg.node()), List.of());
                });
    }

    @Test
    void membershipHoldsEveryKindOfChangeAndNothingElse() {
        Placed leaves = chronicle.changes(my, new Membership.Leave(), opening);
        Placed removes = chronicle.changes(sg, new Membership.Remove(ng.node(), 0), opening);
        Placed renews = chronicle.changes(vn, new Membership.Renew(vn.card()), opening);
        Placed adds = chronicle.changes(sg, new Membership.Add(my.card(), true), leaves, removes);
        Placed word = chronicle.says(sg, adds);
        stores(
                stores -> {
                    place(stores, opening, leaves, removes, renews, adds, word);
                    stores.answer(
                            s -> Set.copyOf(s.envelopes().membership(dossier)),
                            Set.of(opening, leaves, removes, renews, adds));
                });
    }

    @ParameterizedTest
    @EnumSource(EnvelopeRefusal.class)
    void remembersEveryGroundOfARefusal(EnvelopeRefusal ground) {
        stores(
                stores -> {
                    stores.both(s -> s.envelopes().refuse(opening.id(), ground));
                    stores.answer(s -> s.envelopes().refusal(opening.id()), Optional.of(ground));
                });
    }

    @Test
    void nothingStaysOfADossierThatIsForgotten() {
        Placed one = chronicle.says(vn, opening);
        Placed other = chronicle.says(vn, opening);
        stores(
                stores -> {
                    stores.both(s -> s.envelopes().invite(dossier, other.id(), vn.node()));
                    place(stores, opening, one, other);
                    stores.both(s -> s.envelopes().brought(dossier, vn.node(), one.clock(), 3));
                    stores.answer(s -> s.envelopes().onPromise(vn.node()), 3L);
                    stores.answer(s -> s.envelopes().onPromise(ng.node()), 0L);
                    stores.both(s -> s.envelopes().forget(dossier, vn.node()));
                    stores.answer(s -> s.envelopes().onPromise(vn.node()), 0L);
                    stores.answer(s -> s.envelopes().find(one.id()), Optional.empty());
                    stores.answer(s -> s.envelopes().heads(dossier), new TreeSet<>());
                    stores.answer(s -> s.envelopes().clock(dossier), Clock.NOTHING);
                    stores.answer(s -> s.envelopes().membership(dossier), List.of());
                    stores.answer(s -> s.envelopes().written(dossier, vn.node(), 1), List.of());
                    stores.answer(s -> s.envelopes().hasTwoHistories(dossier, vn.node()), false);
                    stores.answer(s -> s.envelopes().invitations(dossier), List.of());
                    stores.answer(s -> s.peers().unsettled(vn.node(), 9), List.of());
                });
    }

    @Test
    void whatWasForgottenCanBePlacedAgain() {
        stores(
                stores -> {
                    place(stores, opening);
                    stores.both(s -> s.envelopes().forget(dossier, vn.node()));
                    place(stores, opening);
                    stores.answer(s -> s.envelopes().heads(dossier), ids(opening));
                });
    }

    @Test
    void readsAContentAsItWasKept() {
        var what = chronicle.written(opening);
        stores(
                stores -> {
                    place(stores, opening);
                    keep(stores, opening);
                    stores.answer(
                            s -> s.contents().sight(opening.id()), new Sight.Read(what.content()));
                    stores.answer(
                            s -> s.contents().payloadKey(opening.id()),
                            Optional.of(what.payloadKey()));
                    stores.answer(
                            s -> s.contents().ciphertext(opening.id()),
                            Optional.of(what.ciphertext()));
                });
    }

    @ParameterizedTest
    @EnumSource(VoidReason.class)
    void remembersWhyAContentIsVoid(VoidReason reason) {
        stores(
                stores -> {
                    place(stores, opening);
                    stores.both(s -> s.contents().markVoid(opening.id(), reason));
                    stores.answer(s -> s.contents().sight(opening.id()), new Sight.Voided(reason));
                    stores.answer(s -> s.contents().payloadKey(opening.id()), Optional.empty());
                });
    }

    @Test
    void aParcelTakesThePlaceOfItsElderAndThenNobodyElseHasIt() {
        stores(
                stores -> {
                    place(stores, opening);
                    var stale = chronicle.wrapped(opening, vn, my, opening);
                    stores.both(s -> s.shelf().put(stale, vn.node()));
                    var item = stores.memory().shelf().addressedTo(my.node()).getFirst();
                    stores.both(s -> s.shelf().carries(item, ng.node()));
                    stores.answer(s -> s.shelf().carriers(item), nodes(ng));
                    var fresh = chronicle.wrapped(opening, vn, my, opening);
                    stores.both(s -> s.shelf().put(fresh, ng.node()));
                    stores.answer(s -> s.shelf().parcel(item), fresh);
                    stores.answer(s -> s.shelf().carriers(item), nodes());
                    stores.answer(s -> s.shelf().broughtBy(vn.node()), 0);
                    stores.answer(s -> s.shelf().broughtBy(ng.node()), 1);
                });
    }

    private static SortedSet<NodeId> nodes(NodeKeys... keys) {
        var nodes = new TreeSet<NodeId>();
        for (NodeKeys key : keys) {
            nodes.add(key.node());
        }
        return nodes;
    }

    @Test
    void parcelsOfOtherMakersStandBeside() {
        stores(
                stores -> {
                    place(stores, opening);
                    keep(stores, opening);
                    var ours = chronicle.wrapped(opening, sg, my, opening);
                    var theirs = chronicle.wrapped(opening, vn, my, opening);
                    stores.both(s -> s.shelf().put(ours, sg.node()));
                    stores.both(s -> s.shelf().put(theirs, vn.node()));
                    stores.answer(s -> s.shelf().addressedTo(my.node()).size(), 2);
                    stores.both(
                            s ->
                                    s.shelf()
                                            .find(opening.id(), my.node(), vn.node())
                                            .ifPresent(s.shelf()::remove));
                    stores.answer(
                            s ->
                                    s.shelf().addressedTo(my.node()).stream()
                                            .map(s.shelf()::parcel)
                                            .toList(),
                            List.of(ours));
                });
    }

    /// A node may be away for a long time, and all of it must be sealed to its newer card.
    @Test
    void listsAllThatWaitsHoweverMuchItIs() {
        var waiting = chronicle.wrapped(opening, vn, my, opening);
        int many = 1_100;
        stores(
                stores -> {
                    place(stores, opening);
                    for (int maker = 0; maker < many; maker++) {
                        var wrap = madeBy(new NodeId("%032x".formatted(maker)), waiting);
                        stores.both(s -> s.shelf().put(wrap, vn.node()));
                    }
                    stores.answer(s -> s.shelf().addressedTo(my.node()).size(), many);
                    stores.answer(s -> s.shelf().toDeliver(my.node(), sg.node(), 7).size(), 7);
                    stores.answer(s -> s.shelf().addressedTo(my.node(), opening.id()).size(), many);
                });
    }

    static Parcel madeBy(NodeId maker, Parcel parcel) {
        Wrap wrap = parcel.wrap();
        return new Parcel(
                parcel.entry(),
                parcel.ciphertext(),
                new Wrap(
                        wrap.recipient(),
                        wrap.keyId(),
                        wrap.wrapped(),
                        maker,
                        wrap.under(),
                        wrap.signature()));
    }

    @Test
    void handsNobodyWhatItHasBroughtOrCarriesOrIsToReceive() {
        stores(
                stores -> {
                    place(stores, opening);
                    var parcel = chronicle.wrapped(opening, vn, my, opening);
                    stores.both(s -> s.shelf().put(parcel, vn.node()));
                    stores.answer(s -> s.shelf().withoutCarrier(vn.node()), List.of());
                    stores.answer(s -> s.shelf().withoutCarrier(my.node()), List.of());
                    stores.answer(s -> s.shelf().withoutCarrier(ng.node()).size(), 1);
                    var item = stores.memory().shelf().addressedTo(my.node()).getFirst();
                    stores.both(s -> s.shelf().carries(item, ng.node()));
                    stores.both(s -> s.shelf().carries(item, ng.node()));
                    stores.answer(s -> s.shelf().withoutCarrier(ng.node()), List.of());
                });
    }

    /// Between two statements of one turn the last operator may withdraw.
    @Test
    void namesWhatHasNoCarrierToANodeWithoutAnyPeer() {
        TwoStores.with(
                node,
                sg,
                List.of(),
                stores -> {
                    place(stores, opening);
                    var parcel = chronicle.wrapped(opening, vn, my, opening);
                    stores.both(s -> s.shelf().put(parcel, vn.node()));
                    stores.answer(s -> s.shelf().withoutCarrier(ng.node()).size(), 1);
                });
    }

    @Test
    void owesTheOldestReceiptFirst() {
        Placed second = chronicle.says(vn, opening);
        Placed third = chronicle.says(ng, second);
        stores(
                stores -> {
                    place(stores, opening, second, third);
                    var owed = new ArrayList<Receipting.Owed>();
                    for (Placed entry : List.of(third, opening, second)) {
                        stores.both(s -> s.receipts().owe(entry.id(), Chronicle.NOON));
                        owed.add(new Receipting.Owed(entry.id(), Chronicle.NOON));
                    }
                    stores.both(s -> s.receipts().owe(third.id(), Chronicle.NOON));
                    stores.answer(s -> s.receipts().owed(2), owed.subList(0, 2));
                    stores.both(s -> s.receipts().paid(third.id()));
                    stores.answer(s -> s.receipts().owed(9), owed.subList(1, 3));
                });
    }

    @Test
    void tellsAReceiptOnceItIsThereUntilItWasTold() {
        Receipt receipt = Chronicle.receipt(opening, vn, Chronicle.NOON);
        stores(
                stores -> {
                    place(stores, opening);
                    stores.both(s -> s.receipts().tell(opening.id(), vn.node(), ng.node()));
                    stores.both(s -> s.receipts().tell(opening.id(), vn.node(), ng.node()));
                    stores.answer(s -> s.receipts().untold(ng.node(), 9), List.of());
                    stores.both(s -> s.receipts().record(receipt));
                    stores.answer(s -> s.receipts().untold(ng.node(), 9), List.of(receipt));
                    stores.answer(s -> s.receipts().untold(my.node(), 9), List.of());
                    stores.both(s -> s.receipts().told(opening.id(), vn.node(), ng.node()));
                    stores.answer(s -> s.receipts().untold(ng.node(), 9), List.of());
                });
    }

    @Test
    void whatAPeerKnowsSettlesNothing() {
        Placed word = chronicle.says(sg, opening);
        stores(
                stores -> {
                    place(stores, opening);
                    stores.both(s -> s.peers().unsettle(vn.node(), dossier));
                    stores.both(s -> s.peers().knows(vn.node(), dossier, word.clock()));
                    stores.answer(s -> s.peers().known(vn.node(), dossier), word.clock());
                    stores.answer(s -> s.peers().unsettled(vn.node(), 9), List.of(dossier));
                    stores.both(s -> s.peers().settle(vn.node(), dossier));
                    stores.answer(s -> s.peers().unsettled(vn.node(), 9), List.of());
                    stores.answer(s -> s.peers().known(vn.node(), dossier), word.clock());
                });
    }

    /// Before the addition is placed, speaking of the dossier would show to others that we shall be added.
    @Test
    void aDossierThatIsNotOursYetIsUnsettledWithNobody() {
        Chronicle foreign = Chronicle.opened(random, List.of(vn, ng, my));
        Placed adds = foreign.changes(vn, new Membership.Add(sg.card(), false), foreign.opening());
        stores(
                stores -> {
                    stores.both(s -> s.envelopes().invite(foreign.dossier(), adds.id(), vn.node()));
                    place(stores, foreign.opening());
                    stores.answer(s -> s.peers().unsettled(ng.node(), 9), List.of());
                    place(stores, adds);
                    stores.both(s -> s.peers().unsettle(ng.node(), foreign.dossier()));
                    stores.answer(
                            s -> s.peers().unsettled(ng.node(), 9), List.of(foreign.dossier()));
                });
    }
}
