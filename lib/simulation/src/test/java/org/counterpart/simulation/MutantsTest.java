package org.counterpart.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Guard;
import org.counterpart.dossier.Guards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutantsTest {
    private static final long MOST = 10_000;

    /// The shipped machine with one check taken out.
    @ParameterizedTest
    @EnumSource(Guard.class)
    void noticesTheMissingGuard(Guard guard) {
        var broken = Runs.firstBroken(1, MOST, Settings.STANDARD.withGuards(Guards.without(guard)));

        broken.ifPresent(
                outcome ->
                        System.out.printf(
                                "without %s: seed %d, %s%n",
                                guard,
                                outcome.seed(),
                                outcome.violation().map(Violation::invariant).orElse("")));
        assertThat(broken).as("without " + guard).isPresent();
    }
}
