package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Finds entries and what they have seen, as far as a clock does not cover it: by their clocks and not by a walk, so that
/// who lacks a hundred thousand entries makes us look at a batch of them at a time.
final class Past {
    static final Comparator<Placed> PARENTS_FIRST =
            Comparator.comparingLong((Placed entry) -> entry.clock().weight())
                    .thenComparing(Placed::id);

    private final Store.Envelopes envelopes;
    private final RandomGenerator random;
    private final int most;

    /// @param most of a kind that are looked for at a time
    Past(Store.Envelopes envelopes, RandomGenerator random, int most) {
        this.envelopes = envelopes;
        this.random = random;
        this.most = most;
    }

    /// What is wanted of the dossier and its causal past beyond the clock, parents first, as far as it may be shown.
    ///
    /// Of an author with two histories the clocks tell neither which one is held nor which was seen: all of its entries
    /// are given. Those that the clock covers and nobody asks for by name come last, and another stretch of them each
    /// time, or they would fill every batch and nothing would ever get further.
    List<Placed> of(Want want, Predicate<Placed> visible) {
        List<Placed> named =
                want.entries().stream()
                        .flatMap(id -> envelopes.find(id).stream())
                        .filter(entry -> entry.dossier().equals(want.dossier()))
                        .filter(visible)
                        .toList();
        Clock reach = named.stream().map(Placed::clock).reduce(Clock.NOTHING, Clock::join);
        var found = new TreeSet<>(PARENTS_FIRST);
        found.addAll(named);
        found.addAll(beyond(want, reach, visible));
        var last = new TreeSet<>(PARENTS_FIRST);
        covered(want, reach).stream().filter(visible).forEach(last::add);
        last.removeAll(found);
        var all = new ArrayList<Placed>(found);
        all.addAll(last);
        return all;
    }

    /// Only of an author with two histories may there be what is not to be shown: then the next are looked for.
    private List<Placed> beyond(Want want, Clock reach, Predicate<Placed> visible) {
        for (int read = most; ; read = 2 * read) {
            List<Placed> next = envelopes.between(want.dossier(), want.clock(), reach, read);
            List<Placed> shown = next.stream().filter(visible).toList();
            if (shown.size() >= most || next.size() < read) {
                return shown;
            }
        }
    }

    /// What the clock covers of authors with two histories.
    private List<Placed> covered(Want want, Clock reach) {
        var from = new TreeMap<NodeId, Long>();
        var to = new TreeMap<NodeId, Long>();
        reach.seen()
                .forEach(
                        (author, seen) -> {
                            long held = Math.min(seen, want.clock().of(author));
                            if (held > 0 && envelopes.hasTwoHistories(want.dossier(), author)) {
                                from.put(author, held > most ? random.nextLong(held) : 0);
                                to.put(author, held);
                            }
                        });
        if (to.isEmpty()) {
            return List.of();
        }
        var covered = new ArrayList<>(between(want, from, to));
        if (covered.size() < most) {
            covered.addAll(between(want, new TreeMap<>(), from));
        }
        return covered;
    }

    private List<Placed> between(
            Want want, SortedMap<NodeId, Long> from, SortedMap<NodeId, Long> to) {
        return envelopes.between(want.dossier(), new Clock(from), new Clock(to), most);
    }
}
