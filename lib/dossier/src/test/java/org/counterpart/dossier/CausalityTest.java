package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/// Whatever is remembered, every answer is the one that a walk down the parents gives.
class CausalityTest {
    private static final int AUTHORS = 6;

    private final Growing growing = new Growing();

    private boolean walked(Collection<Placed> entries, Placed asked) {
        var open = new ArrayDeque<Placed>(entries);
        var past = new HashSet<EntryId>();
        while (!open.isEmpty()) {
            Placed entry = open.remove();
            if (past.add(entry.id())) {
                entry.envelope()
                        .parents()
                        .forEach(parent -> open.add(growing.find(parent).orElseThrow()));
            }
        }
        return past.contains(asked.id());
    }

    /// One causality is asked all the time while entries come, and authors with one history become authors with two.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void answersAsAWalkWouldWhileEntriesCome(int block) {
        for (int seed = 6 * block; seed < 6 * block + 6; seed++) {
            var tale = new CausalityTest();
            tale.answersAsAWalkWould(new Random(seed));
        }
    }

    private void answersAsAWalkWould(Random random) {
        var causality = new Causality(growing);
        growing.writes(Growing.node(0));
        int entries = 20 + random.nextInt(60);
        int honest = random.nextInt(AUTHORS + 1);
        while (growing.all().size() < entries) {
            write(random, random.nextInt(AUTHORS), honest);
            for (int i = random.nextInt(12); i > 0; i--) {
                ask(causality, random);
            }
        }
        for (Placed later : growing.all()) {
            for (Placed earlier : growing.all()) {
                boolean seen = !later.equals(earlier) && walked(List.of(later), earlier);
                assertThat(causality.hasSeen(later, earlier)).isEqualTo(seen);
            }
        }
    }

    /// A corrupt author goes on from any entry of its own that it has seen, an honest one from its last.
    private void write(Random random, int number, int honest) {
        NodeId author = Growing.node(number);
        List<Placed> own =
                growing.all().stream().filter(entry -> entry.author().equals(author)).toList();
        var seen = new ArrayList<Placed>();
        if (!own.isEmpty()) {
            seen.add(number < honest ? own.getLast() : pick(random, own));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            Placed more = pick(random, growing.all());
            boolean goesOn =
                    !seen.contains(more)
                            && (own.isEmpty()
                                    ? more.clock().of(author) == 0
                                    : more.clock().of(author) <= seen.getFirst().sequence());
            if (goesOn) {
                seen.add(more);
            }
        }
        if (!seen.isEmpty()) {
            growing.writes(author, seen.toArray(Placed[]::new));
        }
    }

    private void ask(Causality causality, Random random) {
        List<Placed> entries = some(random);
        List<Placed> asked = some(random);
        Predicate<Placed> seen = causality.seenBy(entries, asked);
        for (Placed act : asked) {
            boolean expected = walked(entries, act);
            assertThat(seen.test(act)).isEqualTo(expected);
            assertThat(causality.anyIncludes(entries, act)).isEqualTo(expected);
        }
        Placed later = pick(random, growing.all());
        assertThat(causality.hasSeenAll(later, asked))
                .isEqualTo(
                        asked.stream()
                                .allMatch(
                                        act -> !act.equals(later) && walked(List.of(later), act)));
        assertLatest(causality.latest(asked), asked);
    }

    /// Whoever has seen them has seen all, and of one author none that another has seen is among them.
    private void assertLatest(List<Placed> latest, List<Placed> entries) {
        assertThat(entries).containsAll(latest).allMatch(entry -> walked(latest, entry));
        for (Placed one : latest) {
            assertThat(latest)
                    .filteredOn(other -> !other.equals(one))
                    .filteredOn(other -> other.author().equals(one.author()))
                    .noneMatch(other -> walked(List.of(other), one));
        }
    }

    /// Causes first, as they were written.
    private List<Placed> some(Random random) {
        int most = 1 + random.nextInt(6);
        return growing.all().stream()
                .filter(_ -> random.nextInt(growing.all().size()) < most)
                .toList();
    }

    private static Placed pick(Random random, List<Placed> entries) {
        return entries.get(random.nextInt(entries.size()));
    }

    /// An author that kept one history while its entries were read, and has two when it is asked about.
    @Test
    void noticesASecondHistoryOfAnAuthorThatHadOne() {
        NodeId corrupt = Growing.node(1);
        NodeId later = Growing.node(2);
        Placed opening = growing.writes(Growing.node(0));
        Placed first = growing.writes(corrupt, opening);
        Placed twin = growing.writes(corrupt, opening);
        Placed one = growing.writes(later, first);
        Placed last = growing.writes(Growing.node(0), opening, one);
        var causality = new Causality(growing);
        for (int i = 0; i < 10; i++) {
            assertThat(causality.hasSeen(last, first)).isTrue();
            assertThat(causality.hasSeen(last, twin)).isFalse();
        }
        Placed other = growing.writes(later, first, twin);
        for (int i = 0; i < 10; i++) {
            assertThat(causality.hasSeen(last, one)).isTrue();
            assertThat(causality.hasSeen(last, other)).isFalse();
            assertThat(causality.hasSeen(other, twin)).isTrue();
        }
    }

    /// One short walk reads no more than lies between.
    @Test
    void walksNoFurtherThanToWhatItIsAskedAbout() {
        NodeId corrupt = Growing.node(1);
        Placed last = growing.writes(Growing.node(0));
        growing.writes(corrupt, last);
        Placed own = growing.writes(corrupt, last);
        for (int i = 0; i < 1_000; i++) {
            own = growing.writes(corrupt, own);
        }
        Placed word = growing.writes(Growing.node(0), last, own);
        growing.found = 0;
        var causality = new Causality(growing);
        assertThat(causality.hasSeen(word, own)).isTrue();
        assertThat(growing.found).isLessThan(10);
    }

    /// However many questions: each entry is looked up a few times at most, however deep the dossier.
    @Test
    void readsADossierAFewTimesForAnyNumberOfQuestions() {
        NodeId corrupt = Growing.node(1);
        Placed last = growing.writes(Growing.node(0));
        var twins = List.of(growing.writes(corrupt, last), growing.writes(corrupt, last));
        last = growing.writes(Growing.node(0), last, twins.getFirst());
        for (int i = 0; i < 20_000; i++) {
            last = growing.writes(Growing.node(0), last);
        }
        growing.found = 0;
        var causality = new Causality(growing);
        for (Placed entry : growing.all().reversed()) {
            boolean after = entry.clock().of(corrupt) == 1 && !twins.contains(entry);
            assertThat(causality.hasSeen(entry, twins.getFirst())).isEqualTo(after);
            assertThat(causality.hasSeen(entry, twins.getLast())).isFalse();
        }
        assertThat(growing.found).isLessThan(4 * growing.all().size());
    }
}
