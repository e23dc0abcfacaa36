package org.counterpart.dossier;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.TreeSet;

/// Answers "had this entry seen that one?".
///
/// An entry's [Clock] answers at once as long as authors keep one history. For an author with two, the number alone
/// does not tell which of them was seen, and the parents are walked.
final class Causality {
    private final History history;
    private final Guards guards;

    Causality(History history) {
        this(history, Guards.ALL);
    }

    Causality(History history, Guards guards) {
        this.history = history;
        this.guards = guards;
    }

    /// Whether `earlier` lies in the causal past of `later`; no entry has seen itself.
    boolean hasSeen(Placed later, Placed earlier) {
        return !later.id().equals(earlier.id()) && includes(later, earlier);
    }

    /// The one rule for acts that contradict each other at the same time, **the stricter wins**: what permits counts
    /// only if its author had seen everything that forbids.
    boolean prevails(Placed permitting, Collection<Placed> forbidding) {
        return !guards.stand(Guard.STRICTER_WINS)
                || forbidding.stream().allMatch(act -> hasSeen(permitting, act));
    }

    /// Whether any of these entries is `earlier` or has seen it.
    boolean anyIncludes(Collection<Placed> entries, Placed earlier) {
        return entries.stream().anyMatch(entry -> includes(entry, earlier));
    }

    private boolean includes(Placed later, Placed earlier) {
        if (!mayInclude(later, earlier)) {
            return false;
        }
        if (!history.hasTwoHistories(earlier.dossier(), earlier.author())) {
            return true;
        }
        return reaches(later, earlier);
    }

    private static boolean mayInclude(Placed later, Placed earlier) {
        return later.dossier().equals(earlier.dossier())
                && later.clock().of(earlier.author()) >= earlier.sequence();
    }

    private boolean reaches(Placed later, Placed earlier) {
        var visited = new TreeSet<EntryId>();
        var open = new ArrayDeque<Placed>();
        open.add(later);
        while (!open.isEmpty()) {
            Placed entry = open.remove();
            if (entry.id().equals(earlier.id())) {
                return true;
            }
            for (EntryId parent : entry.envelope().parents()) {
                if (visited.add(parent)) {
                    history.find(parent).filter(p -> mayInclude(p, earlier)).ifPresent(open::add);
                }
            }
        }
        return false;
    }
}
