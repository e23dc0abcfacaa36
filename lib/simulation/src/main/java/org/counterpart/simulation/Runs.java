package org.counterpart.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Many runs, spread over the cores: each is still one thread and one seed, and none knows of another.
public final class Runs {
    /// Runs that are tried together when the first that breaks is sought.
    private static final int AT_ONCE = 8;

    private Runs() {}

    /// Runs this many seeds, one after the other in number.
    public static Tally of(long first, long seeds, Settings settings) {
        long start = System.nanoTime();
        List<Outcome> outcomes = outcomes(first, seeds, settings);
        return Tally.of(outcomes, Math.max(1, System.nanoTime() - start));
    }

    /// The lowest seed at which a promise breaks.
    public static Optional<Outcome> firstBroken(long first, long most, Settings settings) {
        for (long from = first; from < first + most; from += AT_ONCE) {
            var broken =
                    outcomes(from, Math.min(AT_ONCE, first + most - from), settings).stream()
                            .filter(outcome -> !outcome.holds())
                            .findFirst();
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private static List<Outcome> outcomes(long first, long seeds, Settings settings) {
        return LongStream.range(first, first + seeds)
                .parallel()
                .mapToObj(seed -> Simulation.run(seed, settings))
                .toList();
    }
}
