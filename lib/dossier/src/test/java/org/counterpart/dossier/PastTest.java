package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A set of numbers, whatever is full, empty or missing in it.
class PastTest {
    private static Past of(Iterable<Integer> numbers) {
        Past past = Past.NOTHING;
        for (int number : numbers) {
            past = past.with(number);
        }
        return past;
    }

    private static Past upTo(int end) {
        Past past = Past.NOTHING;
        for (int i = 0; i < end; i++) {
            past = past.with(i);
        }
        return past;
    }

    private static void assertHas(Past past, Set<Integer> numbers, int end) {
        for (int i = 0; i < end; i++) {
            assertThat(past.has(i)).as("%d of %s", i, numbers).isEqualTo(numbers.contains(i));
        }
    }

    @Test
    void hasWhatWasAddedAndJoinedAndNothingElse() {
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            int end = 1 + random.nextInt(300);
            var pasts = new ArrayList<Past>();
            var numbers = new TreeSet<Integer>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                Set<Integer> some = some(random, end);
                Past past = of(some);
                assertHas(past, some, end + 70);
                pasts.add(past);
                numbers.addAll(some);
            }
            Past joined = pasts.stream().reduce(Past.NOTHING, Past::join);
            assertHas(joined, numbers, end + 70);
        }
    }

    /// Mostly an unbroken beginning, and a few beyond it.
    private static Set<Integer> some(Random random, int end) {
        var some = new TreeSet<Integer>();
        for (int i = random.nextInt(end + 1) - 1; i >= 0; i--) {
            some.add(i);
        }
        if (random.nextInt(3) == 0 && !some.isEmpty()) {
            some.remove(random.nextInt(some.size()));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            some.add(random.nextInt(end));
        }
        return some;
    }

    @Test
    void isTheSameObjectWhenNothingIsAdded() {
        Past most = upTo(200).with(300);
        assertThat(most.with(17)).isSameAs(most);
        for (Past less : List.of(Past.NOTHING, upTo(64), upTo(200), Past.NOTHING.with(300))) {
            assertThat(most.join(less)).isSameAs(most);
            assertThat(less.join(most)).isSameAs(most);
        }
        assertThat(upTo(128).join(upTo(128)).has(128)).isFalse();
    }
}
