package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// An author who signs two entries under one number: both are kept, both are void, everybody sees it.
class TwoHistoriesTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final TestNode thailand = TestNode.named("thbangkok");
    private final Village village = new Village(Set.of(kenya), nigeria, vietnam, kenya, thailand);
    private final Causality causality = new Causality(village.held);

    @Test
    void voidsBothEntriesAndNamesTheirAuthor() {
        Placed one = village.writes(vietnam, village.opening);
        assertThat(village.voids(one)).isEmpty();
        Placed other = village.writes(vietnam, village.opening);
        assertThat(village.voids(one)).contains(VoidReason.TWO_HISTORIES);
        assertThat(village.voids(other)).contains(VoidReason.TWO_HISTORIES);
        Picture picture = village.picture();
        assertThat(picture.twoHistories()).containsExactly(vietnam.id());
        assertThat(Village.line(picture, one).standing()).isEqualTo(Picture.Standing.VOID);
        assertThat(Village.line(picture, other).standing()).isEqualTo(Picture.Standing.VOID);
    }

    @Test
    void keepsWhatOthersBuiltOnEitherHistory() {
        Placed one = village.writes(vietnam, village.opening);
        Placed other = village.writes(vietnam, village.opening);
        Placed onOne = village.writes(kenya, one);
        Placed onOther = village.writes(thailand, other);
        Placed onBoth = village.writes(nigeria, onOne, onOther);
        assertThat(List.of(onOne, onOther, onBoth)).allMatch(e -> village.voids(e).isEmpty());
    }

    @Test
    void tellsTheTwoHistoriesApartByTheirParents() {
        Placed one = village.writes(vietnam, village.opening);
        Placed other = village.writes(vietnam, village.opening);
        Placed onOne = village.writes(kenya, one);
        Placed onOther = village.writes(thailand, other);
        Placed onBoth = village.writes(nigeria, onOne, onOther);
        assertThat(causality.hasSeen(onOne, one)).isTrue();
        assertThat(causality.hasSeen(onOne, other)).isFalse();
        assertThat(causality.hasSeen(onOther, other)).isTrue();
        assertThat(causality.hasSeen(onOther, one)).isFalse();
        assertThat(causality.hasSeen(onBoth, one)).isTrue();
        assertThat(causality.hasSeen(onBoth, other)).isTrue();
    }

    @Test
    void answersByTheClockAsByTheParentsWhileAuthorsKeepOneHistory() {
        Placed one = village.writes(vietnam);
        Placed two = village.writes(kenya, village.opening);
        Placed three = village.writes(vietnam, one);
        Placed four = village.writes(kenya, two, three);
        assertThat(causality.hasSeen(four, one)).isTrue();
        assertThat(causality.hasSeen(four, village.opening)).isTrue();
        assertThat(causality.hasSeen(three, two)).isFalse();
        assertThat(causality.hasSeen(two, three)).isFalse();
        assertThat(causality.hasSeen(one, one)).isFalse();
        assertThat(causality.anyIncludes(List.of(one), one)).isTrue();
        assertThat(causality.anyIncludes(List.of(), one)).isFalse();
        assertThat(causality.anyIncludes(List.of(two, three), one)).isTrue();
    }

    @Test
    void seesNothingOfAnotherDossier() {
        var other = Village.of(nigeria);
        Placed here = village.writes(nigeria);
        assertThat(causality.hasSeen(here, other.opening)).isFalse();
    }

    @Test
    void goesOnAlongTheHistoryThatItCites() {
        Placed one = village.writes(vietnam, village.opening);
        village.writes(vietnam, village.opening);
        Placed next = village.writes(vietnam, one);
        assertThat(next.sequence()).isEqualTo(2);
        assertThat(village.voids(next)).isEmpty();
        Placed twin = village.writes(vietnam, one);
        assertThat(village.voids(next)).contains(VoidReason.TWO_HISTORIES);
        assertThat(village.voids(twin)).contains(VoidReason.TWO_HISTORIES);
    }

    @Test
    void bringsNobodyInByAnAdditionThatHasATwin() {
        TestNode peru = TestNode.named("pelima");
        Placed addition = village.adds(nigeria, peru, village.opening);
        Placed word = village.writes(peru, addition);
        assertThat(village.isMember(peru)).isTrue();
        village.writes(nigeria, village.opening);
        assertThat(village.voids(addition)).contains(VoidReason.TWO_HISTORIES);
        assertThat(village.isMember(peru)).isFalse();
        assertThat(village.voids(word))
                .as("a steward cannot void by a second history what others had written")
                .isEmpty();
        Placed again = village.adds(kenya, peru);
        assertThat(village.isMember(peru)).isTrue();
        assertThat(village.voids(village.writes(peru, again))).isEmpty();
    }

    @Test
    void letsARemovalWithATwinStand() {
        village.removes(nigeria, vietnam, village.opening);
        village.writes(nigeria, village.opening);
        assertThat(village.isMember(vietnam)).isFalse();
    }

    /// From the opening it has seen nothing of the others, so by its word all of it would be written after.
    @Test
    void voidsNothingOfOthersByASecondHistoryWithARemoval() {
        Placed first = village.writes(kenya, village.opening);
        Placed word = village.writes(vietnam, first);
        Placed later = village.writes(vietnam, word);
        village.removes(kenya, vietnam, village.opening);
        assertThat(List.of(word, later)).allMatch(entry -> village.voids(entry).isEmpty());
        assertThat(village.isMember(vietnam)).as("the stricter wins").isFalse();
    }

    @Test
    void putsNobodyOutByASecondHistoryOnceItIsOutItself() {
        Placed first = village.writes(kenya, village.opening);
        Placed word = village.writes(vietnam, first);
        village.removes(nigeria, kenya, word);
        village.removes(kenya, vietnam, village.opening);
        assertThat(village.voids(word)).isEmpty();
        assertThat(village.isMember(vietnam)).isTrue();
        assertThat(village.isMember(kenya)).isFalse();
    }

    /// The second history is the longer one, so that its removal has a number of its own.
    @Test
    void voidsNothingOfOthersByTheLongerOfTwoHistories() {
        Placed first = village.writes(kenya, village.opening);
        Placed word = village.writes(vietnam, first);
        Placed addition = village.writes(thailand, word);
        Placed second = village.writes(kenya, village.opening);
        Placed removal = village.removes(kenya, nigeria, second);
        village.removes(kenya, thailand, removal);
        assertThat(village.voids(removal)).isEmpty();
        assertThat(List.of(word, addition)).allMatch(entry -> village.voids(entry).isEmpty());
        assertThat(village.members().keySet())
                .as("the stricter wins")
                .containsExactlyInAnyOrder(vietnam.id(), kenya.id());
    }

    @Test
    void putsNobodyOutByTheLongerOfTwoHistoriesOnceItIsOutItself() {
        Placed first = village.writes(kenya, village.opening);
        Placed word = village.writes(vietnam, first);
        Placed steward = village.addsSteward(nigeria, thailand, word);
        village.removes(thailand, kenya, steward);
        Placed removal = village.removes(kenya, nigeria, village.writes(kenya, village.opening));
        village.removes(kenya, thailand, village.removes(kenya, vietnam, removal));
        assertThat(List.of(word, steward)).allMatch(entry -> village.voids(entry).isEmpty());
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id(), thailand.id());
    }

    @Test
    void leavingInTheLongerOfTwoHistoriesTakesNobodyAlong() {
        TestNode peru = TestNode.named("pelima");
        Placed word = village.writes(peru, village.adds(kenya, peru, village.opening));
        Placed second = village.writes(kenya, village.writes(kenya, village.opening));
        Placed beside = village.writes(kenya, second);
        village.leaves(kenya, second);
        assertThat(village.voids(word)).isEmpty();
        assertThat(village.isMember(peru)).isFalse();
        assertThat(village.voids(beside)).isPresent();
        assertThat(village.isMember(kenya)).isFalse();
    }

    /// A node that was restored from a copy writes a number again, is told what it had written, and goes on from both.
    @Test
    void goesOnFromBothHistoriesWithAFullVoice() {
        Placed lost = village.writes(kenya, village.opening);
        Placed again = village.writes(kenya, village.opening);
        Placed removal = village.removes(kenya, vietnam, village.writes(nigeria, lost, again));
        Placed late = village.writes(vietnam, village.opening);
        assertThat(village.voids(removal)).isEmpty();
        assertThat(village.voids(late)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
    }

    @Test
    void anOpenerThatWentOnFromBothHistoriesHasItsWord() {
        Placed lost = village.writes(nigeria, village.opening);
        Placed again = village.writes(nigeria, village.opening);
        village.removes(nigeria, kenya, village.writes(thailand, lost, again));
        village.removes(kenya, vietnam, village.opening);
        assertThat(village.members().keySet())
                .containsExactlyInAnyOrder(nigeria.id(), vietnam.id(), thailand.id());
    }

    /// Two who put each other out, each with one history, are both out.
    @Test
    void leavesWhoRemoveEachOtherBothOut() {
        Placed two = village.addsSteward(nigeria, thailand);
        Placed one = village.removes(kenya, thailand, two);
        Placed other = village.removes(thailand, kenya, two);
        assertThat(village.isMember(kenya)).isFalse();
        assertThat(village.isMember(thailand)).isFalse();
        assertThat(List.of(one, other)).allMatch(entry -> village.voids(entry).isPresent());
    }

    @Test
    void judgesAnEntryByTheHistoryThatItHasSeen() {
        TestNode peru = TestNode.named("pelima");
        Placed addition = village.adds(nigeria, peru, village.opening);
        Placed twin = village.writes(nigeria, village.opening);
        Placed both = village.writes(kenya, addition, twin);
        assertThat(village.tries(peru, new Membership.Unchanged(), addition))
                .isInstanceOf(Placement.Taken.class);
        assertThat(village.tries(peru, new Membership.Unchanged(), twin))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER));
        assertThat(village.tries(peru, new Membership.Unchanged(), both))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER));
    }

    @Test
    void cannotSpeakOnBesideItsOwnLeave() {
        Placed leave = village.leaves(vietnam, village.opening);
        Placed twin = village.writes(vietnam, village.opening);
        Placed beyond = village.writes(vietnam, twin);
        assertThat(village.isMember(vietnam)).isFalse();
        assertThat(village.voids(leave)).contains(VoidReason.TWO_HISTORIES);
        assertThat(village.voids(beyond)).contains(VoidReason.WRITTEN_AFTER_REMOVAL);
    }
}
