package org.counterpart.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

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
        return !later.id().equals(earlier.id()) && anyIncludes(List.of(later), earlier);
    }

    /// The one rule for acts that contradict each other at the same time, **the stricter wins**: what permits counts
    /// only if its author had seen everything that forbids.
    boolean prevails(Placed permitting, Collection<Placed> forbidding) {
        return !guards.stand(Guard.STRICTER_WINS) || hasSeenAll(permitting, forbidding);
    }

    /// As [#hasSeen] of each, in one walk and only where the clocks leave it open: an author with two histories may make
    /// hundreds of acts that forbid, and as many that permit.
    private boolean hasSeenAll(Placed later, Collection<Placed> earlier) {
        return earlier.stream()
                        .allMatch(act -> !act.id().equals(later.id()) && mayInclude(later, act))
                && earlier.stream().allMatch(seenBy(List.of(later), earlier));
    }

    /// Those of these entries that have to be asked for: of an author with one history, who has seen the last has seen all.
    List<Placed> latest(Collection<Placed> entries) {
        var latest = new ArrayList<Placed>();
        var last = new TreeMap<NodeId, Placed>();
        for (Placed entry : entries) {
            if (history.hasTwoHistories(entry.dossier(), entry.author())) {
                latest.add(entry);
            } else {
                last.merge(entry.author(), entry, Causality::later);
            }
        }
        latest.addAll(last.values());
        return latest;
    }

    private static Placed later(Placed one, Placed other) {
        return one.sequence() < other.sequence() ? other : one;
    }

    /// Whether any of these entries is `earlier` or has seen it.
    boolean anyIncludes(Collection<Placed> entries, Placed earlier) {
        return entries.stream().anyMatch(entry -> mayInclude(entry, earlier))
                && (!history.hasTwoHistories(earlier.dossier(), earlier.author())
                        || pastOf(entries, List.of(earlier)).contains(earlier.id()));
    }

    /// Which of `asked` these entries are or have seen: all of them found in one walk.
    Predicate<Placed> seenBy(Collection<Placed> entries, Collection<Placed> asked) {
        var one = new TreeMap<NodeId, Boolean>();
        Predicate<Placed> ofOneHistory =
                act ->
                        one.computeIfAbsent(
                                act.author(),
                                author -> !history.hasTwoHistories(act.dossier(), author));
        Predicate<Placed> maybe = act -> entries.stream().anyMatch(entry -> mayInclude(entry, act));
        List<Placed> walkedFor = asked.stream().filter(ofOneHistory.negate().and(maybe)).toList();
        SortedSet<EntryId> past =
                walkedFor.isEmpty() ? Collections.emptySortedSet() : pastOf(entries, walkedFor);
        return act -> ofOneHistory.test(act) ? maybe.test(act) : past.contains(act.id());
    }

    private static boolean mayInclude(Placed later, Placed earlier) {
        return later.dossier().equals(earlier.dossier())
                && later.clock().of(earlier.author()) >= earlier.sequence();
    }

    /// The entries and their past, as far down as the first number of each author that is asked for.
    private SortedSet<EntryId> pastOf(Collection<Placed> entries, Collection<Placed> asked) {
        var first = new TreeMap<NodeId, Long>();
        asked.forEach(act -> first.merge(act.author(), act.sequence(), Math::min));
        var past = new TreeSet<EntryId>();
        var open = new ArrayDeque<Placed>();
        entries.stream().filter(entry -> past.add(entry.id())).forEach(open::add);
        while (!open.isEmpty()) {
            for (EntryId parent : open.remove().envelope().parents()) {
                if (past.add(parent)) {
                    history.find(parent).filter(p -> reaches(p, first)).ifPresent(open::add);
                }
            }
        }
        return past;
    }

    private static boolean reaches(Placed entry, SortedMap<NodeId, Long> first) {
        return first.entrySet().stream()
                .anyMatch(asked -> entry.clock().of(asked.getKey()) >= asked.getValue());
    }
}
