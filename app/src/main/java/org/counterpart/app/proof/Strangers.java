package org.counterpart.app.proof;

import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// The refusals of unknown callers that no leaf holds yet, counted by their code.
/// It lies in memory, because a stranger must not be able to make this node write.
@Component
final class Strangers {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// A leaf has room for 32 details. Codes are our own and fewer; this only bounds what a mistake of ours can do.
    private static final int MOST_CODES = 31;

    private static final Code OTHERS = new Code("OTHERS");

    private final InstantSource time;
    private final Map<Code, Long> counts = new TreeMap<>();
    private Instant since = Instant.EPOCH;

    Strangers(InstantSource time) {
        this.time = time;
    }

    synchronized void count(Code refusal) {
        add(refusal, 1);
    }

    /// Takes the counts of a minute that is over, or none. A clock that was set back ends the minute too.
    synchronized Map<Code, Long> takeWhenDue() {
        boolean due = Duration.between(since, time.instant()).abs().compareTo(MINUTE) >= 0;
        return due ? takeAll() : Map.of();
    }

    synchronized Map<Code, Long> takeAll() {
        var taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }

    /// For counts that could not be written.
    synchronized void putBack(Map<Code, Long> taken) {
        taken.forEach(this::add);
    }

    private void add(Code refusal, long more) {
        if (counts.isEmpty()) {
            since = time.instant();
        }
        boolean room = counts.size() < MOST_CODES || counts.containsKey(refusal);
        counts.merge(room ? refusal : OTHERS, more, Long::sum);
    }
}
