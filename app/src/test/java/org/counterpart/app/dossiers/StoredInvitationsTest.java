package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.replication.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
    void aDossierThatGaveWayKeepsItsInvitationUntilAnotherPeerInvites() {
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
                    stores.answer(
                            s -> s.envelopes().longestOnPromise(vn.node()), Optional.of(longer));
                    stores.answer(s -> s.envelopes().gaveWay(dossier), false);

                    stores.both(s -> s.envelopes().giveWay(dossier));

                    stores.answer(s -> s.envelopes().find(word.id()), Optional.empty());
                    stores.answer(s -> s.envelopes().heads(dossier).size(), 0);
                    stores.answer(s -> s.envelopes().onPromise(vn.node()), 1L);
                    stores.answer(
                            s -> s.envelopes().longestOnPromise(vn.node()), Optional.of(shorter));
                    stores.answer(s -> s.envelopes().invitation(dossier).isPresent(), true);
                    stores.both(s -> s.envelopes().invite(dossier, opening.id(), vn.node()));
                    stores.answer(s -> s.envelopes().gaveWay(dossier), true);
                    stores.both(s -> s.envelopes().invite(dossier, opening.id(), ng.node()));
                    stores.answer(s -> s.envelopes().gaveWay(dossier), false);
                });
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
                    stores.both(s -> s.envelopes().forget(dossier));
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
