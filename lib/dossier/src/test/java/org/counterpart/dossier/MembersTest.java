package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// The concurrency table of the README, row by row as far as it is about members; [FoldingConflictsTest] has the rest.
class MembersTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final TestNode peru = TestNode.named("pelima");
    private final TestNode chad = TestNode.named("tdndjamena");
    private final Village village = new Village(Set.of(kenya), nigeria, vietnam, kenya);
    private final Placed start = village.opening;

    @Test
    void begins() {
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id(), kenya.id());
        assertThat(isSteward(nigeria)).isTrue();
        assertThat(isSteward(kenya)).isTrue();
        assertThat(isSteward(vietnam)).isFalse();
    }

    /// Row 1.
    @Test
    void aRemovalWinsOverAnAdditionAtTheSameTime() {
        village.removes(nigeria, vietnam, start);
        village.adds(kenya, vietnam, start);
        assertThat(village.isMember(vietnam)).isFalse();
    }

    @Test
    void aRemovalWinsOverAnAdditionAtTheSameTimeOfANodeThatWasNeverIn() {
        village.removes(nigeria, peru, start);
        Placed addition = village.adds(kenya, peru, start);
        Placed word = village.writes(peru, addition);
        assertThat(village.isMember(peru)).isFalse();
        assertThat(village.voids(word)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
    }

    /// Row 2.
    @Test
    void ofTwoRemovalsTheLowestNumberCounts() {
        Placed one = village.writes(vietnam, start);
        Placed two = village.writes(vietnam, one);
        village.removes(nigeria, vietnam, one);
        assertThat(village.voids(two)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
        village.removes(kenya, vietnam, two);
        assertThat(village.voids(one)).isEmpty();
        assertThat(village.voids(two)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
    }

    /// Row 3.
    @Test
    void twoWhoRemoveEachOtherAreBothOut() {
        Placed two = village.addsSteward(nigeria, peru, start);
        village.removes(peru, kenya, two);
        village.removes(kenya, peru, two);
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id());
    }

    @Test
    void aRemovalCountsEvenByANodeThatWasPutOutMeanwhile() {
        Placed two = village.addsSteward(nigeria, peru, start);
        village.removes(peru, kenya, two);
        village.removes(kenya, vietnam, two);
        assertThat(village.members().keySet()).containsExactlyInAnyOrder(nigeria.id(), peru.id());
    }

    /// Row 4.
    @Test
    void anAdditionThatHasSeenTheRemovalRestores() {
        Placed before = village.writes(vietnam);
        Placed removal = village.removes(nigeria, vietnam, before);
        Placed beyond = village.writes(vietnam, before);
        Placed addition = village.adds(kenya, vietnam, removal, beyond);
        Placed after = village.writes(vietnam, addition, beyond);
        assertThat(village.isMember(vietnam)).isTrue();
        assertThat(village.voids(before)).isEmpty();
        assertThat(village.voids(beyond)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
        assertThat(village.voids(after)).isEmpty();
    }

    @Test
    void anAdditionThatHasSeenOneOfTwoRemovalsDoesNotRestore() {
        Placed removal = village.removes(nigeria, vietnam, start);
        Placed addition = village.adds(nigeria, vietnam, removal);
        Placed after = village.writes(vietnam, addition);
        assertThat(village.isMember(vietnam)).isTrue();
        village.removes(kenya, vietnam, start);
        assertThat(village.isMember(vietnam)).isFalse();
        assertThat(village.voids(after)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
    }

    /// Row 5.
    @Test
    void whatIsAboveTheLastNumberIsVoidWhateverPastItCites() {
        Placed last = village.writes(vietnam, start);
        village.removes(nigeria, vietnam, last);
        Placed sameTime = village.writes(vietnam, last);
        Placed later = village.writes(vietnam, sameTime);
        assertThat(village.voids(last)).isEmpty();
        assertThat(village.voids(sameTime)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
        assertThat(village.voids(later)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
    }

    /// Row 6.
    @Test
    void anAdditionAboveTheLastNumberOfItsAuthorBringsNobodyIn() {
        village.removes(nigeria, kenya, start);
        Placed addition = village.addsSteward(kenya, peru, start);
        assertThat(village.voids(addition)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
        assertThat(village.isMember(peru)).isFalse();
    }

    @Test
    void whoWasBroughtInByAVoidEntryIsNotHeardAndBringsNobodyIn() {
        Placed addition = village.addsSteward(kenya, peru, start);
        Placed word = village.writes(peru, addition);
        Placed further = village.addsSteward(peru, chad, word);
        Placed farther = village.writes(chad, further);
        assertThat(village.isMember(chad)).isTrue();
        assertThat(village.voids(farther)).isEmpty();
        village.removes(nigeria, kenya, start);
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id());
        for (Placed unheard : List.of(word, further, farther)) {
            assertThat(village.voids(unheard)).contains(VoidReason.AUTHOR_NOT_ADMITTED);
        }
    }

    @Test
    void aRemovedStewardGainsNothingByASecondHistoryBelowItsLastNumber() {
        Placed known = village.writes(kenya, start);
        village.removes(nigeria, kenya, known);
        Placed addition = village.addsSteward(kenya, peru, start);
        Placed word = village.writes(peru, addition);
        assertThat(village.isMember(peru)).isFalse();
        assertThat(village.voids(addition)).contains(VoidReason.TWO_HISTORIES);
        assertThat(village.voids(word)).contains(VoidReason.AUTHOR_NOT_ADMITTED);
    }

    @Test
    void twoRemovedStewardsCannotRestoreEachOther() {
        Placed third = village.addsSteward(nigeria, peru, start);
        Placed kenyaOut = village.removes(nigeria, kenya, third);
        Placed peruOut = village.removes(nigeria, peru, kenyaOut);
        Placed restoring = village.addsSteward(peru, kenya, kenyaOut);
        Placed word = village.writes(kenya, restoring);
        assertThat(village.isMember(kenya)).isFalse();
        assertThat(village.voids(restoring)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
        assertThat(village.voids(word)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
        village.addsSteward(nigeria, kenya, peruOut, word);
        assertThat(village.isMember(kenya)).isTrue();
    }

    @Test
    void whoWasBroughtInByAVoidEntryIsHeardAfterAnAdditionThatCounts() {
        Placed addition = village.adds(kenya, peru, start);
        Placed early = village.writes(peru, addition);
        village.removes(nigeria, kenya, start);
        Placed again = village.adds(nigeria, peru);
        Placed late = village.writes(peru, again);
        assertThat(village.isMember(peru)).isTrue();
        assertThat(village.voids(early)).contains(VoidReason.AUTHOR_NOT_ADMITTED);
        assertThat(village.voids(late)).isEmpty();
    }

    @Test
    void whoseAdditionIsVoidInItsOwnPastIsRefused() {
        Placed removal = village.removes(nigeria, kenya, start);
        Placed addition = village.adds(kenya, peru, start);
        assertThat(village.tries(peru, new Membership.Unchanged(), removal, addition))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER));
    }

    /// Row 7.
    @Test
    void aLeaveWinsOverAnAdditionAtTheSameTime() {
        Placed leave = village.leaves(vietnam, start);
        village.adds(nigeria, vietnam, start);
        assertThat(village.isMember(vietnam)).isFalse();
        assertThat(village.voids(leave)).isEmpty();
        village.adds(nigeria, vietnam);
        assertThat(village.isMember(vietnam)).isTrue();
    }

    @Test
    void aRemovalOfOneselfIsALeave() {
        Placed removal = village.removes(kenya, kenya, start);
        assertThat(village.isMember(kenya)).isFalse();
        assertThat(village.voids(removal)).isEmpty();
    }

    @Test
    void aNodeThatComesBackIsWhatItsNewAdditionSays() {
        Placed removal = village.removes(nigeria, kenya, start);
        village.adds(nigeria, kenya, removal);
        assertThat(village.isMember(kenya)).isTrue();
        assertThat(isSteward(kenya)).isFalse();
    }

    @Test
    void aMemberThatIsAddedAgainMayBecomeASteward() {
        village.addsSteward(nigeria, vietnam);
        assertThat(isSteward(vietnam)).isTrue();
        village.changes(vietnam, new Membership.Renew(vietnam.card(2)));
        assertThat(isSteward(vietnam)).isTrue();
    }

    @Test
    void theNewestCardCountsWhateverComesLast() {
        Placed renewal = village.changes(vietnam, new Membership.Renew(vietnam.card(5)));
        village.changes(nigeria, new Membership.Add(vietnam.card(3), false), renewal);
        assertThat(village.members().get(vietnam.id()))
                .isEqualTo(new Member(vietnam.card(5), false));
    }

    @Test
    void ofTwoCardsUnderOneSerialEverybodyChoosesTheSame() {
        Placed one = village.changes(nigeria, new Membership.Add(peru.card(2), false), start);
        Placed other = village.changes(kenya, new Membership.Add(peru.otherCard(2), false), start);
        for (var order : List.of(List.of(one, other), List.of(other, one))) {
            var held = new Held();
            held.take(start.signed());
            order.forEach(placed -> held.take(placed.signed()));
            assertThat(held.members().now(village.dossier())).isEqualTo(village.members());
        }
    }

    @Test
    void whoWasPutOutMayHoldWhatLedToItAndNothingAfter() {
        Placed removal = village.removes(nigeria, vietnam, start);
        Placed after = village.writes(kenya);
        assertThat(mayHold(vietnam, start)).isTrue();
        assertThat(mayHold(vietnam, removal)).isTrue();
        assertThat(mayHold(vietnam, after)).isFalse();
        assertThat(mayHold(kenya, after)).isTrue();
        assertThat(mayHold(peru, start)).isFalse();
        assertThat(village.held.members().removalsOf(village.dossier(), vietnam.id()))
                .containsExactly(removal);
    }

    @Test
    void everybodyWhoWasEverInIsRemembered() {
        village.adds(nigeria, peru);
        village.removes(nigeria, vietnam);
        assertThat(village.held.members().ever(village.dossier()))
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id(), kenya.id(), peru.id());
    }

    private boolean mayHold(TestNode node, Placed entry) {
        return village.held.members().visibleTo(village.dossier(), node.id()).test(entry);
    }

    private boolean isSteward(TestNode node) {
        Member member = village.members().get(node.id());
        return member != null && member.steward();
    }
}
