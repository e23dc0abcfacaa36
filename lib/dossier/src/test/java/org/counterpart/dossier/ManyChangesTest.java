package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What a member can make of the many changes of members that it may write: a bounded number, and no work that grows with
/// them for whoever reads.
class ManyChangesTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final Village village = Village.of(nigeria, vietnam, kenya);

    private Placed renews(TestNode node, int first, int times, Placed seen) {
        Placed last = seen;
        for (int i = 0; i < times; i++) {
            last = village.changes(node, new Membership.Renew(node.card(first + i)), last);
        }
        return last;
    }

    /// A steward that has opened, renewed, removed and added as often as it may.
    private Placed exhausted() {
        Placed last = renews(nigeria, 2, Membership.MAX_CHANGES - 3, village.opening);
        last = village.removes(nigeria, kenya, last);
        return village.adds(nigeria, kenya, last);
    }

    /// Only what an entry has seen counts, so the answer is the same wherever its past is held, in whatever order it came
    /// and whatever is held beside it.
    @Test
    void refusesOneMoreThanAnAuthorMayMakeAndNothingElse() {
        Placed last = exhausted();
        for (Membership act :
                List.of(
                        village.removal(kenya, last),
                        new Membership.Add(kenya.card(), true),
                        new Membership.Renew(nigeria.card(5_000)))) {
            assertThat(village.tries(nigeria, act, last))
                    .isEqualTo(new Placement.Refused(EnvelopeRefusal.TOO_MANY_CHANGES));
        }
        Placed word = village.writes(nigeria, last);
        assertThat(village.tries(vietnam, new Membership.Renew(vietnam.card(2)), word))
                .isInstanceOf(Placement.Taken.class);
        assertThat(village.tries(nigeria, new Membership.Leave(), word))
                .isInstanceOf(Placement.Taken.class);
        Placed beside = renews(nigeria, 7_000, 1, village.opening);

        SignedEnvelope further =
                village.envelope(
                        nigeria,
                        new Membership.Renew(nigeria.card(6_000)),
                        Contents.about("Further"),
                        word);
        assertThat(village.held.take(further))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.TOO_MANY_CHANGES));

        var other = new Held();
        other.take(village.opening.signed());
        other.take(beside.signed());
        village.held.all().forEach(placed -> other.take(placed.signed()));
        assertThat(other.take(further))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.TOO_MANY_CHANGES));
        assertThat(other.ids()).isEqualTo(village.held.ids());
    }

    /// A database answers each of these by a statement.
    @Test
    void asksNoMoreOfManyRenewalsThanOfFew() {
        renews(vietnam, 2, 10, village.opening);
        int few = asked(village.held);
        renews(vietnam, 12, 90, village.held.all().getLast());

        assertThat(asked(village.held)).isEqualTo(few);
    }

    /// Whether an addition has seen all removals is one walk; one for each made it the cube of their number.
    @Test
    void asksOfTheChangesOfAnAuthorWithTwoHistoriesNoMoreThanTheirSquare() {
        village.writes(nigeria, village.opening);
        Placed last = village.writes(nigeria, village.opening);
        last = putsOutAndBringsBack(10, last);
        int few = asked(village.held);
        putsOutAndBringsBack(20, last);

        assertThat(asked(village.held)).isLessThan(10 * few);
    }

    private Placed putsOutAndBringsBack(int times, Placed seen) {
        Placed last = seen;
        for (int i = 0; i < times; i++) {
            last = village.adds(nigeria, kenya, village.removes(nigeria, kenya, last));
        }
        return last;
    }

    private int asked(Held held) {
        var counting = new Counting(held);
        var members = new Members(counting);
        Placed last = held.all().getLast();
        assertThat(members.now(village.dossier())).hasSize(3);
        assertThat(members.voids(last)).isEmpty();
        assertThat(new Placing(counting, TestNode.CRYPTOGRAPHY).place(next(last)))
                .isInstanceOf(Placement.Taken.class);
        return counting.asked;
    }

    private SignedEnvelope next(Placed last) {
        return village.envelope(kenya, Contents.about("Next"), last);
    }
}
