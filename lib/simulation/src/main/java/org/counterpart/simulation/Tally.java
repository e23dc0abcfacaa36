package org.counterpart.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What came of many seeds.
///
/// @param broken the runs in which a promise broke, lowest seed first
/// @param nanoseconds that passed on the wall
public record Tally(long seeds, List<Outcome> broken, Coverage coverage, long nanoseconds) {
    static Tally of(List<Outcome> outcomes, long nanoseconds) {
        var coverage = new Coverage();
        var broken = new ArrayList<Outcome>();
        for (Outcome outcome : outcomes) {
            coverage.add(outcome.coverage());
            if (!outcome.holds()) {
                broken.add(outcome);
            }
        }
        broken.sort(Comparator.comparingLong(Outcome::seed));
        return new Tally(outcomes.size(), List.copyOf(broken), coverage, nanoseconds);
    }

    /// How many seeds ran in a second.
    public double perSecond() {
        return seeds * 1e9 / nanoseconds;
    }

    /// Whether every promise held and every branch and fault was reached.
    public boolean holds() {
        return broken.isEmpty() && coverage.missing().isEmpty();
    }
}
