package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.VoidReason;
import org.counterpart.replication.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What one node or dossier has much of keeps nothing of another from its turn, in both stores.
@ExtendWith(ANode.Given.class)
class StoreFairnessTest {
    private final Random random = new Random(20_261_150);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final NodeKeys ng = SoundKeys.of("NG", random);
    private final NodeKeys my = SoundKeys.of("MY", random);
    private final Chronicle chronicle = Chronicle.opened(random, List.of(sg, vn, ng, my));
    private final Placed opening = chronicle.opening();
    private final DossierId dossier = chronicle.dossier();
    private final ANode node;

    StoreFairnessTest(ANode node) {
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
    void countsWhatIsVoidOfOneAuthorInOneDossier() {
        Placed word = chronicle.says(sg, opening);
        Placed other = chronicle.says(vn, word);
        stores(
                stores -> {
                    place(stores, opening, word, other);
                    stores.both(s -> s.contents().markVoid(word.id(), VoidReason.DOES_NOT_OPEN));
                    stores.both(s -> s.contents().markVoid(other.id(), VoidReason.DOES_NOT_OPEN));
                    stores.answer(s -> s.contents().markedVoid(dossier, sg.node(), 9), 1L);
                    stores.answer(s -> s.contents().markedVoid(dossier, ng.node(), 9), 0L);
                    stores.answer(s -> s.contents().markedVoid(dossier, sg.node(), 0), 0L);
                });
    }

    /// What the addressee does not take keeps nothing from its turn, least of all our own.
    @Test
    void deliversOurOwnFirstAndTheRestInAnotherOrderEachTime() {
        Placed own = chronicle.says(sg, opening);
        Placed one = chronicle.says(vn, opening);
        Placed other = chronicle.says(vn, one);
        stores(
                stores -> {
                    place(stores, opening, own, one, other);
                    stores.both(
                            s -> {
                                s.shelf().put(chronicle.wrapped(one, vn, my, one), vn.node());
                                s.shelf().put(chronicle.wrapped(other, vn, my, other), vn.node());
                                s.shelf().put(chronicle.wrapped(own, sg, my, own), sg.node());
                            });
                    stores.both(
                            s -> {
                                var seconds = new TreeSet<EntryId>();
                                for (int time = 0; time < 64; time++) {
                                    var items = s.shelf().toDeliver(my.node(), sg.node(), 1);
                                    assertThat(items).hasSize(2);
                                    assertThat(items.getFirst().entry()).isEqualTo(own.id());
                                    seconds.add(items.getLast().entry());
                                }
                                assertThat(seconds).containsExactlyInAnyOrder(one.id(), other.id());
                            });
                });
    }

    /// What is never taken in one dossier, as by a node that was put out of it, keeps nothing of another from its turn.
    @Test
    void deliversOfEveryDossierInItsTurn() {
        Chronicle another = Chronicle.opened(new Random(2), List.of(sg, vn, my));
        Placed word = another.says(sg, another.opening());
        stores(
                stores -> {
                    place(stores, opening, another.opening(), word);
                    for (int maker = 0; maker < 40; maker++) {
                        var wrap =
                                StoreContractTest.madeBy(
                                        new NodeId("%032x".formatted(maker)),
                                        chronicle.wrapped(opening, vn, my, opening));
                        stores.both(s -> s.shelf().put(wrap, vn.node()));
                    }
                    var one = another.wrapped(word, vn, my, word);
                    stores.both(s -> s.shelf().put(one, vn.node()));
                    stores.both(
                            s ->
                                    assertThat(s.shelf().toDeliver(my.node(), sg.node(), 2))
                                            .extracting(Store.Shelf.Item::entry)
                                            .containsExactlyInAnyOrder(opening.id(), word.id()));
                });
    }
}
