package org.counterpart.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;

/// How often each [Happening] was seen.
public final class Coverage {
    private final EnumMap<Happening, Long> counts = new EnumMap<>(Happening.class);

    void count(Happening happening) {
        counts.merge(happening, 1L, Long::sum);
    }

    void add(Coverage other) {
        other.counts.forEach((happening, count) -> counts.merge(happening, count, Long::sum));
    }

    public long of(Happening happening) {
        return counts.getOrDefault(happening, 0L);
    }

    /// What was never seen.
    public Set<Happening> missing() {
        var missing = EnumSet.allOf(Happening.class);
        missing.removeAll(counts.keySet());
        return missing;
    }
}
