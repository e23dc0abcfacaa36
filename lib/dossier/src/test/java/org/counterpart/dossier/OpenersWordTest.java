package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// Whom the opener put out takes nobody with it, whatever past it cites; among other stewards removals count side by side.
class OpenersWordTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final TestNode peru = TestNode.named("pelima");
    private final TestNode chad = TestNode.named("tdndjamena");
    private final Village village = new Village(Set.of(kenya, peru), nigeria, vietnam, kenya, peru);
    private final Placed start = village.opening;

    @Test
    void whomTheOpenerPutOutTakesNobodyWithIt() {
        Placed word = village.writes(vietnam, start);
        Placed fact = village.writes(peru, start);
        Placed dismissal = village.removes(nigeria, kenya, word, fact);
        Placed after = village.writes(nigeria, dismissal);
        Placed last = start;
        for (TestNode other : List.of(nigeria, vietnam, peru)) {
            last = village.removes(kenya, other, last);
            assertThat(village.voids(last)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
        }
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id(), peru.id());
        assertThat(List.of(word, fact, dismissal, after))
                .allMatch(entry -> village.voids(entry).isEmpty());
    }

    /// The same acts, in the only order in which an honest steward can have written them.
    @Test
    void whatTheOpenerHadSeenOfItCounts() {
        Placed removal = village.removes(kenya, vietnam, start);
        village.removes(nigeria, kenya, removal);
        assertThat(village.members().keySet()).containsExactlyInAnyOrder(nigeria.id(), peru.id());
    }

    @Test
    void theOpenerAndAStewardWhoRemoveEachOtherLeaveTheOpener() {
        village.removes(nigeria, kenya, start);
        village.removes(kenya, nigeria, start);
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id(), peru.id());
    }

    @Test
    void whoWasBroughtInByOneWhomTheOpenerPutOutRemovesNobody() {
        village.removes(nigeria, kenya, start);
        Placed addition = village.addsSteward(kenya, chad, start);
        village.removes(chad, nigeria, addition);
        village.removes(chad, peru, addition);
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id(), peru.id());
    }

    @Test
    void whoWasBroughtBackByOneWhoKnewIsHeardAgain() {
        Placed dismissal = village.removes(nigeria, kenya, start);
        Placed back = village.addsSteward(peru, kenya, dismissal);
        village.removes(kenya, vietnam, back);
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), kenya.id(), peru.id());
    }

    @Test
    void whoWasBroughtBackByOneWhomTheOpenerPutOutTooIsNotHeard() {
        Placed dismissal = village.removes(nigeria, kenya, start);
        village.removes(nigeria, peru, dismissal);
        Placed back = village.addsSteward(peru, kenya, dismissal);
        village.removes(kenya, vietnam, back);
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id());
    }

    @Test
    void anOpenerThatDoesNotResistIsOut() {
        Placed removal = village.removes(kenya, nigeria, start);
        Placed beside = village.writes(nigeria, start);
        assertThat(village.isMember(nigeria)).isFalse();
        assertThat(village.voids(removal)).isEmpty();
        assertThat(village.voids(beside)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
    }

    /// Leaving is final for its word: else it would rule from outside.
    @Test
    void anOpenerThatLeftHasNoWordAnyMore() {
        Placed leave = village.leaves(nigeria, start);
        Placed fact = village.writes(kenya, leave);
        village.removes(kenya, vietnam, fact);
        Placed late = village.removes(nigeria, kenya, start);
        assertThat(village.voids(late)).contains(VoidReason.TWO_HISTORIES);
        assertThat(village.isMember(vietnam)).isFalse();
        assertThat(village.isMember(nigeria)).isFalse();
        assertThat(village.voids(fact)).isEmpty();
    }

    @Test
    void anOpenerWithTwoHistoriesHasNoWordUnderTheirNumber() {
        village.removes(nigeria, kenya, start);
        village.writes(nigeria, start);
        village.removes(kenya, vietnam, start);
        assertThat(village.members().keySet()).containsExactlyInAnyOrder(nigeria.id(), peru.id());
    }

    /// Leaving is one's own affair, whoever put one out meanwhile.
    @Test
    void whomTheOpenerPutOutMayStillLeave() {
        Placed dismissal = village.removes(nigeria, kenya, start);
        village.leaves(kenya, start);
        Placed back = village.addsSteward(peru, kenya, dismissal);
        assertThat(village.isMember(kenya)).isFalse();
        assertThat(village.voids(back)).isEmpty();
    }

    /// A leave from an old past, under a number used before, would else void all whom it had brought in.
    @Test
    void whoLeavesInASecondHistoryTakesNobodyWithIt() {
        Placed addition = village.adds(kenya, chad, start);
        Placed word = village.writes(chad, addition);
        Placed second = village.writes(kenya, addition);
        Placed newer = village.adds(kenya, TestNode.named("thbangkok"), second);
        village.removes(nigeria, kenya, word, newer);
        Placed beside = village.writes(kenya, addition);
        village.leaves(kenya, beside);
        assertThat(village.voids(word)).isEmpty();
        assertThat(village.isMember(chad)).isTrue();
        assertThat(village.isMember(kenya)).isFalse();
    }

    @Test
    void whoLeftTwiceUnderOneNumberIsOut() {
        village.leaves(vietnam, start);
        Placed fact = village.writes(peru, start);
        village.leaves(vietnam, fact);
        assertThat(village.isMember(vietnam)).isFalse();
    }

    @Test
    void aLeaveBesideItsOwnRemovalOfAnotherLiftsThatByNoMeans() {
        Placed removal = village.removes(kenya, peru, start);
        village.removes(nigeria, kenya, removal);
        village.leaves(kenya, start);
        assertThat(village.isMember(peru)).isFalse();
        assertThat(village.isMember(kenya)).isFalse();
    }
}
