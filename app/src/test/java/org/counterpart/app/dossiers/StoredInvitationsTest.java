package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.replication.Store;
import org.counterpart.replication.Store.Envelopes.Invitation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/// What is kept on the promise of a peer, until the dossier is ours or has to go again.
@ExtendWith(ANode.Given.class)
class StoredInvitationsTest {
    private final Random random = new Random(20_261_130);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final NodeKeys ng = SoundKeys.of("NG", random);
    private final List<NodeKeys> all = List.of(sg, vn, ng);
    private final Chronicle chronicle = Chronicle.opened(random, all);
    private final Placed opening = chronicle.opening();
    private final DossierId dossier = chronicle.dossier();
    private final ANode node;

    StoredInvitationsTest(ANode node) {
        this.node = node;
    }

    private void stores(Consumer<TwoStores> work) {
        TwoStores.with(node, sg, List.of(vn, ng), work);
    }

    private static void place(TwoStores stores, Placed... entries) {
        for (Placed entry : entries) {
            stores.both(s -> s.envelopes().place(entry));
        }
    }

    @Test
    void aDossierThatGaveWayKeepsItsInvitation() {
        Placed word = chronicle.says(vn, opening);
        Chronicle other = Chronicle.opened(random, all);
        var longer = new Store.Envelopes.Promise(dossier, word.id(), 2);
        var shorter = new Store.Envelopes.Promise(other.dossier(), other.opening().id(), 1);
        stores(
                stores -> {
                    stores.answer(s -> s.envelopes().longestOnPromise(vn.node()), Optional.empty());
                    stores.both(s -> s.envelopes().invite(dossier, word.id(), vn.node()));
                    stores.both(
                            s ->
                                    s.envelopes()
                                            .invite(
                                                    other.dossier(),
                                                    other.opening().id(),
                                                    vn.node()));
                    place(stores, opening, word, other.opening());
                    counts(stores, dossier, vn, word.clock(), 2);
                    counts(stores, other.dossier(), vn, other.opening().clock(), 1);
                    stores.answer(
                            s -> s.envelopes().longestOnPromise(vn.node()), Optional.of(longer));
                    stores.answer(s -> s.envelopes().gaveWay(dossier, vn.node()), false);

                    stores.both(s -> s.envelopes().giveWay(dossier, vn.node()));

                    stores.answer(s -> s.envelopes().find(word.id()), Optional.empty());
                    stores.answer(s -> s.envelopes().heads(dossier).size(), 0);
                    stores.answer(s -> s.envelopes().onPromise(vn.node()), 1L);
                    stores.answer(
                            s -> s.envelopes().longestOnPromise(vn.node()), Optional.of(shorter));
                    stores.answer(
                            s -> s.envelopes().invitations(dossier),
                            List.of(new Invitation(word.id(), vn.node(), Clock.NOTHING)));
                    stores.both(s -> s.envelopes().invite(dossier, opening.id(), vn.node()));
                    stores.answer(s -> s.envelopes().gaveWay(dossier, vn.node()), true);
                    stores.both(s -> s.envelopes().invite(dossier, opening.id(), ng.node()));
                    stores.answer(s -> s.envelopes().gaveWay(dossier, ng.node()), false);
                });
    }

    private static void counts(
            TwoStores stores, DossierId dossier, NodeKeys by, Clock clock, int kept) {
        stores.both(s -> s.envelopes().brought(dossier, by.node(), clock, kept));
    }

    @Test
    void aLaterInvitationOfAPeerTakesThePlaceOfItsEarlierOneOnly() {
        Placed word = chronicle.says(vn, opening);
        stores(
                stores -> {
                    stores.both(s -> s.envelopes().invite(dossier, word.id(), vn.node()));
                    counts(stores, dossier, vn, word.clock(), 2);
                    stores.both(s -> s.envelopes().invite(dossier, word.id(), ng.node()));
                    stores.both(s -> s.envelopes().invite(dossier, opening.id(), vn.node()));

                    var expected =
                            new ArrayList<>(
                                    List.of(
                                            new Invitation(word.id(), ng.node(), Clock.NOTHING),
                                            new Invitation(opening.id(), vn.node(), word.clock())));
                    expected.sort(Comparator.comparing(Invitation::by));
                    stores.answer(s -> s.envelopes().invitations(dossier), expected);
                    stores.answer(s -> s.envelopes().onPromise(vn.node()), 2L);

                    stores.both(s -> s.envelopes().join(dossier));
                    stores.answer(s -> s.envelopes().invitations(dossier), List.of());
                });
    }

    @Test
    void whatOneBroughtStaysForTheOtherAndCountsForIt() {
        Placed word = chronicle.says(vn, opening);
        stores(
                stores -> {
                    for (NodeKeys by : List.of(vn, ng)) {
                        stores.both(s -> s.envelopes().invite(dossier, word.id(), by.node()));
                    }
                    place(stores, opening, word);
                    counts(stores, dossier, vn, opening.clock(), 1);
                    counts(stores, dossier, ng, word.clock(), 1);

                    stores.both(s -> s.envelopes().forget(dossier, vn.node()));

                    stores.answer(s -> s.envelopes().find(opening.id()), Optional.of(opening));
                    stores.answer(s -> s.envelopes().onPromise(vn.node()), 0L);
                    stores.answer(s -> s.envelopes().onPromise(ng.node()), 2L);

                    stores.both(s -> s.envelopes().forget(dossier, ng.node()));
                    stores.answer(s -> s.envelopes().find(opening.id()), Optional.empty());
                });
    }

    /// Three peers that invite, bring, give way and are refused, in any order.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void bothAnswerAlikeHoweverInvitationsBeginAndEnd(long seed) {
        var draw = new Random(seed);
        stores(
                stores -> {
                    for (int call = 0; call < 120; call++) {
                        NodeKeys by = all.get(draw.nextInt(all.size()));
                        invitationCall(stores, by, draw);
                        stores.agree("invitations", s -> s.envelopes().invitations(dossier));
                        stores.agree("opening", s -> s.envelopes().find(opening.id()));
                        for (NodeKeys one : all) {
                            NodeId peer = one.node();
                            stores.agree("count", s -> s.envelopes().onPromise(peer));
                            stores.agree("rows", s -> s.envelopes().invitedBy(peer));
                            stores.agree("longest", s -> s.envelopes().longestOnPromise(peer));
                            stores.agree("gave way", s -> s.envelopes().gaveWay(dossier, peer));
                        }
                    }
                });
    }

    private void invitationCall(TwoStores stores, NodeKeys by, Random draw) {
        boolean held = stores.memory().envelopes().find(opening.id()).isPresent();
        switch (draw.nextInt(6)) {
            case 0, 1 -> stores.both(s -> s.envelopes().invite(dossier, opening.id(), by.node()));
            case 2, 3 -> {
                if (!held) {
                    place(stores, opening);
                }
                counts(stores, dossier, by, opening.clock(), 1);
            }
            case 4 -> stores.both(s -> s.envelopes().giveWay(dossier, by.node()));
            default -> stores.both(s -> s.envelopes().forget(dossier, by.node()));
        }
    }

    private static List<Change> placements(TwoStores stores) {
        return stores.database().changes().stream()
                .filter(change -> !(change instanceof Change.Reported))
                .toList();
    }

    /// The ledger says of an entry once that it was received, and of what is forgotten nothing.
    @Test
    void receivesWhatWasKeptOnAPromiseOnceTheDossierIsJoined() {
        Placed word = chronicle.says(vn, opening);
        stores(
                stores -> {
                    stores.both(s -> s.envelopes().invite(dossier, word.id(), vn.node()));
                    place(stores, opening, word);
                    stores.both(s -> s.envelopes().forget(dossier, vn.node()));
                    stores.both(s -> s.envelopes().invite(dossier, word.id(), vn.node()));
                    place(stores, opening, word);
                    var kept =
                            List.<Change>of(
                                    new Change.KeptOnPromise(opening.id()),
                                    new Change.KeptOnPromise(word.id()),
                                    new Change.KeptOnPromise(opening.id()),
                                    new Change.KeptOnPromise(word.id()));
                    assertThat(placements(stores)).isEqualTo(kept);

                    stores.both(s -> s.envelopes().join(dossier));
                    Placed after = chronicle.says(vn, word);
                    place(stores, after);

                    assertThat(placements(stores).subList(4, 8))
                            .containsExactly(
                                    new Change.Received(opening.id(), sg.node()),
                                    new Change.Received(word.id(), vn.node()),
                                    new Change.Joined(dossier),
                                    new Change.Placed(after));
                });
    }
}
