package org.counterpart.dossier;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which numbers an author used twice among the entries of one dossier that somebody has seen.
///
/// Of one who did so once, nothing that it writes can be put in time by its numbers any more: a second history may begin at
/// the opening, where its author had seen nothing of the others, and grow longer than the first.
final class Doubled {
    private final History history;
    private final Predicate<Placed> seen;
    private final Map<NodeId, Set<Long>> numbers = new HashMap<>();

    Doubled(History history, Predicate<Placed> seen) {
        this.history = history;
        this.seen = seen;
    }

    /// Whether the author wrote another under the same number. An opening has no twin (see [DossierId]).
    boolean hasTwin(Placed entry) {
        return numbers(entry).contains(entry.sequence());
    }

    /// Whether the author used any number twice.
    boolean hasTwoHistories(Placed act) {
        return !numbers(act).isEmpty();
    }

    private Set<Long> numbers(Placed act) {
        return numbers.computeIfAbsent(act.author(), author -> numbers(act.dossier(), author));
    }

    private Set<Long> numbers(DossierId dossier, NodeId author) {
        var once = new TreeSet<Long>();
        var twice = new TreeSet<Long>();
        history.doubled(dossier, author).stream()
                .filter(seen)
                .map(Placed::sequence)
                .filter(number -> !once.add(number))
                .forEach(twice::add);
        return twice;
    }
}
