package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.dossier.HandlingCode.H0;
import static org.counterpart.dossier.HandlingCode.H1;
import static org.counterpart.dossier.HandlingCode.H2;
import static org.counterpart.dossier.HandlingCode.H3;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// STANDARDS 4.1, 4.5 and 4.6: what may be set, and what a union of sources carries.
class HandlingTest {
    private static final Recipients ALL = new Recipients.WholeAudience();
    private static final List<DeskId> DESKS =
            List.of(
                    TestNode.named("ngabuja").desk(),
                    TestNode.named("vnhanoi").desk(),
                    TestNode.named("kenairobi").desk());

    @Test
    void demandsAtLeastOneCode() {
        assertRefused(() -> handling(Set.of(), "", ALL, Tlp.NOT_MARKED));
    }

    @ParameterizedTest
    @EnumSource(
            value = HandlingCode.class,
            names = {"H1", "H2", "H3"})
    void letsH0StandAlone(HandlingCode other) {
        String words = other == H3 ? "Words" : "";
        assertRefused(() -> handling(EnumSet.of(H0, other), words, ALL, Tlp.NOT_MARKED));
        assertThat(handling(Set.of(H0), "", ALL, Tlp.NOT_MARKED).has(H0)).isTrue();
    }

    @Test
    void letsH1AndH2StandTogether() {
        Handling both = handling(Set.of(H1, H2), "", ALL, Tlp.NOT_MARKED);
        assertThat(both.has(H1) && both.has(H2) && !both.has(H0)).isTrue();
    }

    @Test
    void demandsWordsWithH3AndOnlyThere() {
        assertRefused(() -> handling(Set.of(H3), "", ALL, Tlp.NOT_MARKED));
        assertRefused(() -> handling(Set.of(H3), " \n\t", ALL, Tlp.NOT_MARKED));
        assertRefused(() -> handling(Set.of(H1), "Words", ALL, Tlp.NOT_MARKED));
        assertThat(handling(Set.of(H3), " Words \r\nmore\n", ALL, Tlp.NOT_MARKED).restrictions())
                .isEqualTo("Words \nmore");
    }

    @Test
    void demandsH3WithEveryCondition() {
        for (HandlingCode code : List.of(H0, H1, H2)) {
            assertRefused(() -> conditioned(code, "", ALL, true, false));
            assertRefused(() -> conditioned(code, "", ALL, false, true));
            assertRefused(() -> conditioned(code, "", only(DESKS.getFirst()), false, false));
        }
        Handling lead = conditioned(H3, "A lead.", ALL, true, true);
        assertThat(lead.noArrestOnThisAlone() && lead.contactBeforeAction()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void marksNoWiderThanTheCodesAllow(Tlp tlp) {
        boolean strict = tlp == Tlp.RED || tlp == Tlp.AMBER_STRICT || tlp == Tlp.NOT_MARKED;
        assertAllowed(strict, () -> handling(Set.of(H2), "", ALL, tlp));
        boolean red = tlp == Tlp.RED || tlp == Tlp.NOT_MARKED;
        assertAllowed(red, () -> handling(Set.of(H3), "Words", only(DESKS.getFirst()), tlp));
        assertAllowed(true, () -> handling(Set.of(H1), "", ALL, tlp));
    }

    @Test
    void writesTlpLabelsAsFirstDoes() {
        assertThat(Tlp.AMBER_STRICT.label()).isEqualTo("TLP:AMBER+STRICT");
        assertThat(Tlp.of("TLP:RED")).isEqualTo(Tlp.RED);
        for (String other : List.of("TLP:WHITE", "tlp:red", "TLP: RED", "RED")) {
            assertRefused(() -> Tlp.of(other));
        }
    }

    @Test
    void cannotBeChangedByWhoeverHoldsIt() {
        Handling handling = handling(Set.of(H1), "", ALL, Tlp.NOT_MARKED);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> handling.codes().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> handling.use().add(Purpose.PREVENTION));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((Recipients.Only) only(DESKS.getFirst())).desks().clear());
    }

    @Test
    void isReadAsItWasWritten() {
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            Handling handling = any(random);
            assertThat(Handling.read(new Fields(handling.json()))).isEqualTo(handling);
        }
    }

    @Test
    void carriesTheRestrictionsOfAllSources() {
        Handling first =
                new Handling(
                        Set.of(H1),
                        "",
                        ALL,
                        false,
                        false,
                        Tlp.GREEN,
                        Set.of(Purpose.INVESTIGATION, Purpose.PREVENTION),
                        NOON);
        Handling second =
                new Handling(
                        Set.of(H2, H3),
                        "Ask first.",
                        only(DESKS.get(0), DESKS.get(1)),
                        true,
                        false,
                        Tlp.NOT_MARKED,
                        Set.of(Purpose.INVESTIGATION),
                        Handling.NEVER);
        assertThat(Handling.union(List.of(Contents.FREE, first, second)))
                .isEqualTo(
                        new Handling(
                                Set.of(H1, H2, H3),
                                "Ask first.",
                                only(DESKS.get(0), DESKS.get(1)),
                                true,
                                false,
                                Tlp.RED,
                                Set.of(Purpose.INVESTIGATION),
                                NOON));
    }

    @Test
    void leavesNoPurposeWhereSourcesHaveNoneInCommon() {
        Handling one = Handling.of(Set.of(H0), Set.of(Purpose.PREVENTION));
        Handling other = Handling.of(Set.of(H0), Set.of(Purpose.PROSECUTION));
        assertThat(Handling.union(List.of(one, other)).use()).isEmpty();
    }

    @Test
    void leavesOnlyTheDesksThatAllSourcesName() {
        Handling one = conditioned(H3, "a", only(DESKS.get(0), DESKS.get(1)), false, false);
        Handling other = conditioned(H3, "b", only(DESKS.get(1), DESKS.get(2)), false, false);
        assertThat(Handling.union(List.of(one, other)).recipients()).isEqualTo(only(DESKS.get(1)));
    }

    @Test
    void derivesFromSomething() {
        assertRefused(() -> Handling.union(List.of()));
    }

    @Test
    void keepsTheWordsOfEachAuthorWhole() {
        Handling said = conditioned(H3, "Do not:\n\n- arrest\n\n- arrest", ALL, false, false);
        assertThat(Handling.union(List.of(said, said))).isEqualTo(said);
        Handling other = conditioned(H3, "Ask.", ALL, false, false);
        assertThat(Handling.union(List.of(other, said)).restrictions())
                .startsWith("Ask.\nDo not:\n");
    }

    @Test
    void putsSourcesTogetherInAnyOrderAndGrouping() {
        var random = new Random(20_261_102);
        for (int i = 0; i < 5_000; i++) {
            Handling a = any(random);
            Handling b = any(random);
            Handling c = any(random);
            assertThat(union(union(a, b), c)).isEqualTo(union(a, union(b, c)));
            assertThat(union(a, a)).isEqualTo(a);
            assertSameButForTheOrderOfWords(union(a, b), union(b, a));
        }
    }

    @Test
    void isNeverWeakerThanAnySource() {
        var random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            Handling a = any(random);
            Handling b = any(random);
            Handling both = union(a, b);
            assertThat(both.isAtLeastAsStrictAs(a)).isTrue();
            assertThat(both.isAtLeastAsStrictAs(b)).isTrue();
            assertThat(a.isAtLeastAsStrictAs(a)).isTrue();
            assertThat(a.isAtLeastAsStrictAs(b)).isEqualTo(both.equals(a));
        }
    }

    @Test
    void isWeakerWhereAnyRestrictionIsMissing() {
        Handling free = Contents.FREE;
        for (HandlingCode code : List.of(H1, H2)) {
            assertThat(free.isAtLeastAsStrictAs(handling(Set.of(code), "", ALL, Tlp.NOT_MARKED)))
                    .isFalse();
        }
        assertThat(free.isAtLeastAsStrictAs(conditioned(H3, "Words", ALL, false, false))).isFalse();
        assertThat(free.isAtLeastAsStrictAs(handling(Set.of(H0), "", ALL, Tlp.GREEN))).isFalse();
    }

    private static Handling union(Handling... sources) {
        return Handling.union(List.of(sources));
    }

    private static void assertSameButForTheOrderOfWords(Handling one, Handling other) {
        assertThat(words(one)).isEqualTo(words(other));
        assertThat(one.json().without("restrictions"))
                .isEqualTo(other.json().without("restrictions"));
    }

    private static Set<String> words(Handling handling) {
        var words = new TreeSet<>(handling.restrictions().lines().toList());
        words.remove("");
        return words;
    }

    private static Handling any(Random random) {
        Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
        for (HandlingCode code : List.of(H1, H2, H3)) {
            if (random.nextBoolean()) {
                codes.add(code);
            }
        }
        if (codes.isEmpty()) {
            codes.add(H0);
        }
        boolean h3 = codes.contains(H3);
        Recipients recipients =
                h3 && random.nextBoolean()
                        ? new Recipients.Only(Set.copyOf(DESKS.subList(random.nextInt(3), 3)))
                        : ALL;
        Set<Purpose> use = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            if (random.nextInt(3) > 0) {
                use.add(purpose);
            }
        }
        return new Handling(
                codes,
                h3 ? List.of("Ask.", "Ask.\n\nWait.", "Wait.\nWait.").get(random.nextInt(3)) : "",
                recipients,
                h3 && random.nextBoolean(),
                h3 && random.nextBoolean(),
                label(codes, recipients, random),
                use,
                random.nextBoolean() ? Handling.NEVER : NOON.plusSeconds(random.nextInt(3)));
    }

    private static Tlp label(Set<HandlingCode> codes, Recipients recipients, Random random) {
        if (random.nextBoolean()) {
            return Tlp.NOT_MARKED;
        }
        if (recipients instanceof Recipients.Only) {
            return Tlp.RED;
        }
        List<Tlp> lawful =
                codes.contains(H2)
                        ? List.of(Tlp.RED, Tlp.AMBER_STRICT)
                        : List.of(Tlp.RED, Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR);
        return lawful.get(random.nextInt(lawful.size()));
    }

    private static Recipients only(DeskId... desks) {
        return new Recipients.Only(Set.of(desks));
    }

    private static Handling handling(
            Set<HandlingCode> codes, String words, Recipients recipients, Tlp tlp) {
        return new Handling(
                codes,
                words,
                recipients,
                false,
                false,
                tlp,
                Set.of(Purpose.INVESTIGATION),
                Handling.NEVER);
    }

    private static Handling conditioned(
            HandlingCode code,
            String words,
            Recipients recipients,
            boolean noArrest,
            boolean contact) {
        return new Handling(
                Set.of(code),
                words,
                recipients,
                noArrest,
                contact,
                Tlp.NOT_MARKED,
                Set.of(Purpose.INVESTIGATION),
                Handling.NEVER);
    }

    private static void assertAllowed(boolean allowed, Runnable making) {
        if (allowed) {
            making.run();
        } else {
            assertRefused(making);
        }
    }

    private static void assertRefused(Runnable making) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(making::run);
    }
}
