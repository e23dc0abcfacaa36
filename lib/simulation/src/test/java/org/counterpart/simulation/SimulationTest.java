package org.counterpart.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {
    /// What runs at every build; `counterpart.seeds` runs more or fewer.
    private static final long SEEDS = Long.getLong("counterpart.seeds", 10_000);

    @Test
    void everyPromiseHoldsOverAllSeedsAndEveryFaultIsReached() {
        Tally tally = Runs.of(1, SEEDS, Settings.STANDARD);

        System.out.printf(
                "%d seeds in %.1f s, %.0f a second%n",
                tally.seeds(), tally.nanoseconds() / 1e9, tally.perSecond());
        assertThat(tally.broken())
                .extracting(outcome -> outcome.seed() + ": " + outcome.violation())
                .isEmpty();
        assertThat(tally.coverage().missing()).isEmpty();
    }

    @Test
    void theSameSeedIsTheSameRun() {
        Settings recording = Settings.STANDARD.withRecording();
        for (long seed = 7; seed < 12; seed++) {
            Outcome once = Simulation.run(seed, recording);
            Outcome again = Simulation.run(seed, recording);

            assertThat(again.schedule()).isNotEmpty().isEqualTo(once.schedule());
            assertThat(again.trace()).isEqualTo(once.trace());
        }
    }

    @Test
    void runsThePublishedAlgorithmsOnOneSeedInFifty() {
        assertThat(Simulation.run(50, Settings.STANDARD).violation()).isEmpty();
        assertThat(Simulation.run(51, Settings.STANDARD.withRealCryptography(true)).violation())
                .isEmpty();
    }
}
