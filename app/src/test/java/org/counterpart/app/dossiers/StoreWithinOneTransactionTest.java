package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// What a store answers after it was told more, in the same transaction.
@ExtendWith(ANode.Given.class)
class StoreWithinOneTransactionTest {
    private final Random random = new Random(20_261_129);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final Chronicle chronicle = Chronicle.opened(random, List.of(sg, vn));
    private final Placed opening = chronicle.opening();
    private final DossierId dossier = chronicle.dossier();
    private final ANode node;

    StoreWithinOneTransactionTest(ANode node) {
        this.node = node;
    }

    private void stores(Consumer<TwoStores> work) {
        TwoStores.with(node, sg, List.of(vn), work);
    }

    private static void place(TwoStores stores, Placed... entries) {
        for (Placed entry : entries) {
            stores.both(s -> s.envelopes().place(entry));
        }
    }

    private void keep(TwoStores stores, Placed entry, Placed under) {
        var what = chronicle.written(entry);
        stores.both(
                s ->
                        s.contents()
                                .keep(
                                        entry.id(),
                                        under.id(),
                                        what.ciphertext(),
                                        what.payloadKey(),
                                        what.content()));
    }

    @Test
    void remembersUnderWhatAContentWasOpenedUntilItIsErased() {
        Placed word = chronicle.says(vn, opening);
        stores(
                stores -> {
                    place(stores, opening, word);
                    stores.answer(s -> s.contents().under(opening.id()), Optional.empty());
                    keep(stores, word, word);
                    keep(stores, opening, word);
                    stores.answer(s -> s.contents().under(opening.id()), Optional.of(word.id()));
                    stores.answer(s -> s.contents().under(word.id()), Optional.of(word.id()));
                    assertThat(stores.database().contents().given(dossier))
                            .containsExactly(Map.entry(opening.id(), word.id()));
                    stores.database().erase(opening.id());
                    stores.memory().contents().erase(opening.id());
                    stores.answer(s -> s.contents().under(opening.id()), Optional.empty());
                });
    }

    /// Within one transaction a store remembers what it has read: what is placed meanwhile must not be missed.
    @Test
    void answersAnewOnceSomethingWasPlaced() {
        Placed renews = chronicle.changes(vn, new Membership.Renew(vn.card()), opening);
        Placed twin = chronicle.says(vn, opening);
        stores(
                stores -> {
                    place(stores, opening);
                    stores.answer(s -> s.envelopes().membership(dossier), List.of(opening));
                    stores.answer(s -> s.envelopes().written(dossier, vn.node(), 1), List.of());
                    stores.answer(s -> s.envelopes().find(renews.id()), Optional.empty());
                    place(stores, renews);
                    stores.answer(
                            s -> Set.copyOf(s.envelopes().membership(dossier)),
                            Set.of(opening, renews));
                    stores.answer(s -> s.envelopes().find(renews.id()), Optional.of(renews));
                    stores.answer(
                            s -> s.envelopes().written(dossier, vn.node(), 1), List.of(renews));
                    stores.answer(s -> s.envelopes().hasTwoHistories(dossier, vn.node()), false);
                    stores.answer(s -> s.envelopes().doubled(dossier, vn.node()), List.of());
                    place(stores, twin);
                    stores.answer(s -> s.envelopes().hasTwoHistories(dossier, vn.node()), true);
                    stores.answer(
                            s -> Set.copyOf(s.envelopes().doubled(dossier, vn.node())),
                            Set.of(renews, twin));
                    stores.answer(
                            s -> Set.copyOf(s.envelopes().written(dossier, vn.node(), 1)),
                            Set.of(renews, twin));
                });
    }

    @Test
    void givesWhatLiesBetweenTwoClocksParentsFirst() {
        Placed one = chronicle.says(vn, opening);
        Placed two = chronicle.says(vn, one);
        Placed three = chronicle.says(sg, two);
        stores(
                stores -> {
                    place(stores, opening, one, two, three);
                    stores.answer(
                            s -> s.envelopes().between(dossier, opening.clock(), two.clock(), 9),
                            List.of(one, two));
                    stores.answer(
                            s -> s.envelopes().between(dossier, Clock.NOTHING, three.clock(), 2),
                            List.of(opening, one));
                    stores.answer(
                            s -> s.envelopes().between(dossier, Clock.NOTHING, Clock.NOTHING, 9),
                            List.of());
                });
    }
}
