package org.counterpart.simulation;

import java.util.List;
import java.util.Optional;

/// What came of one seed.
///
/// @param trace a hash over all that happened: the same for the same seed, always
/// @param schedule what happened, line by line, when it was recorded
public record Outcome(
        long seed,
        Optional<Violation> violation,
        long trace,
        Coverage coverage,
        List<String> schedule) {
    static Outcome held(long seed, World world) {
        return of(seed, world, Optional.empty());
    }

    static Outcome broken(long seed, World world, Violation violation) {
        return of(seed, world, Optional.of(violation));
    }

    private static Outcome of(long seed, World world, Optional<Violation> violation) {
        return new Outcome(
                seed, violation, world.trace().hash(), world.coverage(), world.trace().lines());
    }

    public boolean holds() {
        return violation.isEmpty();
    }
}
