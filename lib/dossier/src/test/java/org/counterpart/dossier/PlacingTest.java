package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Each ground on which an envelope has no place, and that nothing else refuses it.
class PlacingTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final TestNode stranger = TestNode.named("stranger");
    private final Village village = Village.of(nigeria, vietnam, kenya);
    private final Membership nothing = new Membership.Unchanged();

    @Test
    void takesWhatFollowsWhatItHolds() {
        Placed word = village.writes(vietnam);
        assertThat(village.held.take(word.signed())).isEqualTo(new Placement.Held());
        assertThat(word.clock().of(vietnam.id())).isEqualTo(1);
        assertThat(word.clock().of(nigeria.id())).isEqualTo(1);
        assertThat(word.clock().of(kenya.id())).isZero();
    }

    @Test
    void asksForThePastThatIsMissing() {
        Placed one = village.writes(vietnam);
        Placed two = village.writes(vietnam);
        Placed three = village.writes(nigeria);
        var newcomer = new Held();
        assertThat(newcomer.take(two.signed()))
                .isEqualTo(new Placement.Early(new TreeSet<>(Set.of(one.id()))));
        newcomer.takeAll(
                List.of(three.signed(), two.signed(), one.signed(), village.opening.signed()));
        assertThat(newcomer.ids()).isEqualTo(village.held.ids());
    }

    @Test
    void refusesAnOpeningThatIsNotOne() {
        assertThat(opening(nothing, 1)).isEqualTo(EnvelopeRefusal.OPENING_MISPLACED);
        assertThat(opening(new Membership.Leave(), 1)).isEqualTo(EnvelopeRefusal.OPENING_MISPLACED);
    }

    @Test
    void refusesAnOpeningUnderAnIdentityThatIsNotDerivedFromIt() {
        Envelope genuine = village.opening.envelope();
        var other =
                new Envelope(
                        Suite.CP1,
                        genuine.dossier(),
                        vietnam.id(),
                        1,
                        List.of(),
                        genuine.commitment(),
                        genuine.size(),
                        genuine.membership());
        assertRefused(Village.sign(vietnam, other), EnvelopeRefusal.DOSSIER_ID_FORGED);
    }

    @Test
    void refusesAnOpeningThatIsNotWellFormed() {
        var two = List.of(nigeria.card(), vietnam.card());
        assertThat(opening(open(List.of(vietnam.card()), Set.of()), 1))
                .as("without its author")
                .isEqualTo(EnvelopeRefusal.OPENING_MALFORMED);
        assertThat(opening(open(List.of(nigeria.card(), nigeria.card(2)), Set.of()), 1))
                .as("with one node twice")
                .isEqualTo(EnvelopeRefusal.OPENING_MALFORMED);
        assertThat(opening(open(two, Set.of(stranger.id())), 1))
                .as("with a steward that is no member")
                .isEqualTo(EnvelopeRefusal.OPENING_MALFORMED);
        assertThat(opening(open(two, Set.of()), 2))
                .as("as a second entry")
                .isEqualTo(EnvelopeRefusal.OPENING_MALFORMED);
        assertThat(opening(new Membership.Open(two, Set.of(), Set.of()), 1))
                .as("under a suite that it does not list")
                .isEqualTo(EnvelopeRefusal.OPENING_MALFORMED);
    }

    @Test
    void refusesAnOpeningWithACardThatIsNotGenuine() {
        SignedCard forged = forgedCard();
        assertThat(opening(open(List.of(nigeria.card(), forged), Set.of()), 1))
                .isEqualTo(EnvelopeRefusal.CARD_NOT_GENUINE);
    }

    @Test
    void refusesAnOpeningThatItsAuthorDidNotSign() {
        SignedEnvelope forged = Village.sign(vietnam, village.opening.envelope());
        assertThat(new Held().take(forged))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.SIGNATURE_WRONG));
    }

    @Test
    void refusesASecondOpening() {
        var again = open(List.of(nigeria.card()), Set.of());
        assertThat(village.tries(nigeria, again))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.OPENING_MISPLACED));
    }

    @Test
    void refusesParentsInAnotherOrderOrTwice() {
        Placed one = village.writes(vietnam, village.opening);
        Placed two = village.writes(kenya, village.opening);
        var descending = new ArrayList<>(new TreeSet<>(Set.of(one.id(), two.id())).descendingSet());
        assertRefused(vietnam, 2, descending, EnvelopeRefusal.PARENTS_NOT_ASCENDING);
        assertRefused(
                vietnam, 2, List.of(one.id(), one.id()), EnvelopeRefusal.PARENTS_NOT_ASCENDING);
    }

    @Test
    void refusesAParentOfAnotherDossier() {
        var other = Village.of(nigeria);
        village.held.take(other.opening.signed());
        assertRefused(
                vietnam, 1, List.of(other.opening.id()), EnvelopeRefusal.PARENT_OF_ANOTHER_DOSSIER);
    }

    @Test
    void refusesWhatFollowsARefusedEntry() {
        SignedEnvelope refused = next(stranger, nothing, village.opening);
        village.held.take(refused);
        assertRefused(
                vietnam,
                1,
                sorted(village.opening.id(), refused.id()),
                EnvelopeRefusal.PARENT_REFUSED);
    }

    /// The identity does not cover the signature, so a carrier's bad copy must not shut out the entry.
    @Test
    void holdsABadSignatureAgainstNobodyElse() {
        SignedEnvelope genuine = next(vietnam, nothing, village.opening);
        var broken =
                new SignedEnvelope(genuine.id(), genuine.envelope(), Fields.encoded(new byte[64]));
        SignedEnvelope child =
                Village.sign(
                        kenya,
                        village.plain(
                                kenya, 1, List.of(genuine.id()), nothing, Contents.about("x")));

        assertRefused(broken, EnvelopeRefusal.SIGNATURE_WRONG);
        assertThat(village.held.take(child)).isInstanceOf(Placement.Early.class);
        assertThat(village.held.take(genuine)).isInstanceOf(Placement.Taken.class);
        assertThat(village.held.take(child)).isInstanceOf(Placement.Taken.class);
    }

    @Test
    void refusesASequenceThatDoesNotFollow() {
        Placed one = village.writes(vietnam);
        assertRefused(vietnam, 3, List.of(one.id()), EnvelopeRefusal.SEQUENCE_BROKEN);
        assertRefused(vietnam, 1, List.of(one.id()), EnvelopeRefusal.SEQUENCE_BROKEN);
        assertRefused(vietnam, 0, List.of(one.id()), EnvelopeRefusal.SEQUENCE_BROKEN);
        assertRefused(vietnam, 2, List.of(village.opening.id()), EnvelopeRefusal.SEQUENCE_BROKEN);
        assertRefused(kenya, 0, List.of(one.id()), EnvelopeRefusal.SEQUENCE_BROKEN);
    }

    /// Its previous entry stands among the parents themselves, not only somewhere in the past.
    @Test
    void refusesAnEntryThatDoesNotCiteItsAuthorsPrevious() {
        village.writes(vietnam);
        Placed answer = village.writes(kenya);
        assertRefused(vietnam, 2, List.of(answer.id()), EnvelopeRefusal.SEQUENCE_BROKEN);
    }

    @Test
    void refusesAnAuthorWhoIsNoMemberInItsPast() {
        assertThat(village.tries(stranger, nothing))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER));
        village.adds(nigeria, stranger);
        assertThat(village.tries(stranger, nothing, village.opening))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER));
        assertThat(village.tries(stranger, nothing)).isInstanceOf(Placement.Taken.class);
    }

    @Test
    void refusesAnAuthorWhoHasSeenItsOwnRemovalOrWasFirstToLeave() {
        village.removes(nigeria, vietnam);
        village.leaves(kenya);
        assertThat(village.tries(vietnam, nothing))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER));
        assertThat(village.tries(kenya, nothing))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER));
    }

    @Test
    void refusesAnEntryUnderTheNameOfAnotherAuthor() {
        Envelope inTheNameOfVietnam =
                village.plain(
                        vietnam, 1, List.of(village.opening.id()), nothing, Contents.about("x"));
        assertRefused(Village.sign(kenya, inTheNameOfVietnam), EnvelopeRefusal.SIGNATURE_WRONG);
    }

    @Test
    void refusesAnAdditionOrRemovalByAnybodyButASteward() {
        assertThat(village.tries(vietnam, new Membership.Add(stranger.card(), true)))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.NOT_A_STEWARD));
        assertThat(village.tries(vietnam, new Membership.Add(vietnam.card(), true)))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.NOT_A_STEWARD));
        assertThat(village.tries(vietnam, village.removal(nigeria)))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.NOT_A_STEWARD));
    }

    @Test
    void refusesACardThatIsNotGenuine() {
        assertThat(village.tries(nigeria, new Membership.Add(forgedCard(), false)))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.CARD_NOT_GENUINE));
        var forged = new SignedCard(vietnam.card(9).card(), vietnam.card().signature());
        assertThat(village.tries(vietnam, new Membership.Renew(forged)))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.CARD_NOT_GENUINE));
    }

    @Test
    void refusesARenewalByACardThatIsNotNewerOrNotItsOwn() {
        var refused = new Placement.Refused(EnvelopeRefusal.CARD_NOT_A_RENEWAL);
        assertThat(village.tries(vietnam, new Membership.Renew(vietnam.card(1))))
                .isEqualTo(refused);
        assertThat(village.tries(vietnam, new Membership.Renew(kenya.card(2)))).isEqualTo(refused);
        village.changes(vietnam, new Membership.Renew(vietnam.card(3)));
        assertThat(village.tries(vietnam, new Membership.Renew(vietnam.card(2))))
                .isEqualTo(refused);
    }

    @Test
    void refusesARemovalThatReachesBackOrAhead() {
        village.writes(vietnam);
        for (long last : new long[] {-1, 0, 2}) {
            assertThat(village.tries(nigeria, new Membership.Remove(vietnam.id(), last)))
                    .isEqualTo(new Placement.Refused(EnvelopeRefusal.LAST_NUMBER_WRONG));
        }
        assertThat(village.tries(nigeria, new Membership.Remove(vietnam.id(), 1)))
                .isInstanceOf(Placement.Taken.class);
    }

    @Test
    void refusesTheSixtyFifthMember() {
        var full = new Village(Set.of(), nigeria, members());
        assertThat(full.members()).hasSize(Membership.MAX_MEMBERS);
        assertThat(full.tries(nigeria, new Membership.Add(stranger.card(), false)))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.TOO_MANY_MEMBERS));
        full.leaves(TestNode.named("member1"));
        assertThat(full.tries(nigeria, new Membership.Add(stranger.card(), false)))
                .isInstanceOf(Placement.Taken.class);
    }

    /// There is one suite today; an opening that lists none can only be made by hand, and holds nobody.
    @Test
    void refusesASuiteThatTheOpeningDoesNotList() {
        var listing = new Membership.Open(List.of(nigeria.card()), Set.of(), Set.of());
        Envelope envelope = village.opening.envelope();
        var opening =
                Envelope.opening(nigeria.id(), envelope.commitment(), envelope.size(), listing);
        SignedEnvelope signed = Village.sign(nigeria, opening);
        var placed = new Placed(signed, Clock.NOTHING.with(nigeria.id(), 1));
        var second =
                new Envelope(
                        Suite.CP1,
                        opening.dossier(),
                        nigeria.id(),
                        2,
                        List.of(signed.id()),
                        envelope.commitment(),
                        envelope.size(),
                        nothing);
        var placing = new Placing(new DossierEntries(List.of(placed)), TestNode.CRYPTOGRAPHY);
        assertThat(placing.place(Village.sign(nigeria, second)))
                .isEqualTo(new Placement.Refused(EnvelopeRefusal.SUITE_NOT_ADMITTED));
    }

    private static TestNode[] members() {
        return IntStream.range(1, Membership.MAX_MEMBERS)
                .mapToObj(i -> TestNode.named("member" + i))
                .toArray(TestNode[]::new);
    }

    private SignedEnvelope next(TestNode author, Membership act, Placed... seen) {
        return village.envelope(author, act, Contents.about("next"), seen);
    }

    private SignedCard forgedCard() {
        return SignedCard.sign(stranger.card().card(), kenya.signing(), TestNode.CRYPTOGRAPHY);
    }

    private static Membership.Open open(List<SignedCard> members, Set<NodeId> stewards) {
        return new Membership.Open(members, stewards, Set.of(Suite.CP1));
    }

    /// What becomes of an entry by Nigeria without parents, under the identity that follows from it.
    private EnvelopeRefusal opening(Membership act, long sequence) {
        Envelope genuine = village.opening.envelope();
        var envelope =
                new Envelope(
                        Suite.CP1,
                        genuine.dossier(),
                        nigeria.id(),
                        sequence,
                        List.of(),
                        genuine.commitment(),
                        genuine.size(),
                        act);
        var derived =
                new Envelope(
                        Suite.CP1,
                        envelope.derivedDossier(),
                        nigeria.id(),
                        sequence,
                        List.of(),
                        genuine.commitment(),
                        genuine.size(),
                        act);
        return switch (new Held().take(Village.sign(nigeria, derived))) {
            case Placement.Refused(var ground) -> ground;
            case Placement other -> throw new AssertionError("not refused: " + other);
        };
    }

    private static List<EntryId> sorted(EntryId... ids) {
        return List.copyOf(new TreeSet<>(Set.of(ids)));
    }

    private void assertRefused(
            TestNode author, long sequence, List<EntryId> parents, EnvelopeRefusal ground) {
        Envelope envelope = village.plain(author, sequence, parents, nothing, Contents.about("x"));
        assertRefused(Village.sign(author, envelope), ground);
    }

    private void assertRefused(SignedEnvelope signed, EnvelopeRefusal ground) {
        assertThat(village.held.take(signed)).isEqualTo(new Placement.Refused(ground));
    }
}
