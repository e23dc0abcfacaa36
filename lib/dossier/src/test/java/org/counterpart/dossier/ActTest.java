package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

class ActTest {
    static final EntryId ONE = new EntryId("1".repeat(64));
    static final EntryId TWO = new EntryId("2".repeat(64));
    private static final TestNode KENYA = TestNode.named("kenairobi");
    private static final Audience TO_KENYA = Contents.audience().with(KENYA.id(), KENYA.desk());

    static List<Act> all() {
        var law = new Act.Holding.KeptUnderLaw("evidence", "High Court", NOON.plusSeconds(60));
        var citation = new Citation(Village.of(KENYA).dossier(), TWO, KENYA.id());
        return List.of(
                new Act.Recall(ONE, "wrong-person"),
                new Act.RecallAnswer(ONE, TWO, new Act.Holding.Erased()),
                new Act.RecallAnswer(ONE, TWO, law),
                new Act.RecallCarried(ONE, citation),
                new Act.Correction(ONE, "It was Tuesday."),
                new Act.Forward(Set.of(ONE, TWO), TO_KENYA),
                new Act.PermissionRequest(Set.of(ONE), TO_KENYA, Use.COURT, "For the trial."),
                new Act.Release(TWO, Set.of(ONE), TO_KENYA, Use.COURT, NOON),
                new Act.ReleaseRefused(TWO, "source-at-risk"),
                new Act.Consent(ONE),
                new Act.ConsentWithdrawn(ONE),
                new Act.TimeDisputed(ONE, KENYA.id(), NOON, NOON.plusSeconds(600)),
                new Act.FoundVoid(ONE, VoidReason.COMMITMENT_BROKEN));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadAsItWasWritten(Act act) {
        assertThat(Act.of(Contents.of(act, Contents.audience(KENYA)))).isEqualTo(act);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesMembersThatAreMissingOrNotKnown(Act act) {
        assertMalformed(act, act.payload().with("more", 1));
        for (String name : act.payload().values().keySet()) {
            assertMalformed(act, act.payload().without(name));
            assertMalformed(act, act.payload().with(name, Json.object().with("", 1)));
        }
    }

    @Test
    void speaksOfEveryEntryThatItNames() {
        assertThat(all().stream().map(Act::about).map(TreeSet::new).distinct())
                .contains(new TreeSet<>(List.of(ONE)), new TreeSet<>(List.of(ONE, TWO)));
        assertThat(new Act.Other().about()).isEmpty();
    }

    @Test
    void mayNameOneEntryTwice() {
        assertThat(new Act.RecallAnswer(ONE, ONE, new Act.Holding.Erased()).about())
                .containsExactly(ONE);
    }

    @Test
    void isAnythingElseUnderTheTypeOfAnArea() {
        Content note = Contents.about("x");
        assertThat(Act.of(note)).isEqualTo(new Act.Other());
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Act.Other().type());
    }

    @Test
    void namesItsEntriesInOneOrderAndAtLeastOne() {
        var forward = new Act.Forward(Set.of(ONE, TWO), TO_KENYA);
        assertMalformed(
                forward,
                forward.payload().with("entries", Json.texts(List.of(TWO.hex(), ONE.hex()))));
        assertMalformed(
                forward,
                forward.payload().with("entries", Json.texts(List.of(ONE.hex(), ONE.hex()))));
        assertMalformed(forward, forward.payload().with("entries", Json.texts(List.of())));
        var many = Stream.iterate(0, i -> i + 1).limit(257).map("%064x"::formatted).toList();
        assertMalformed(forward, forward.payload().with("entries", Json.texts(many)));
    }

    @Test
    void keepsItsEntriesFromWhoeverHoldsIt() {
        var forward = new Act.Forward(Set.of(ONE), TO_KENYA);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> forward.entries().clear());
    }

    @Test
    void holdsItsTimesAsTheyAreSent() {
        var disputed =
                new Act.TimeDisputed(ONE, KENYA.id(), NOON.plusNanos(1), NOON.plusNanos(999_999));
        assertThat(disputed).isEqualTo(new Act.TimeDisputed(ONE, KENYA.id(), NOON, NOON));
        assertThat(new Act.Release(TWO, Set.of(ONE), TO_KENYA, Use.READ, NOON.plusNanos(5)))
                .isEqualTo(new Act.Release(TWO, Set.of(ONE), TO_KENYA, Use.READ, NOON));
        assertThat(new Act.Holding.KeptUnderLaw("a", "b", NOON.plusNanos(5)))
                .isEqualTo(new Act.Holding.KeptUnderLaw("a", "b", NOON));
    }

    private static void assertMalformed(Act act, Json.Members payload) {
        Content content = Contents.content(act.type(), payload, Contents.audience(KENYA));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Act.of(content));
    }
}
