package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Answers "had this entry seen that one?".
///
/// An entry's [Clock] answers at once as long as authors keep one history. For an author with two, the number alone
/// does not tell which of them was seen, and [Pasts] are asked.
final class Causality {
    private final History history;
    private final Guards guards;
    private final Map<DossierId, Pasts> pasts = new HashMap<>();

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

    /// As [#hasSeen] of each, together and only where the clocks leave it open: an author with two histories may make
    /// hundreds of acts that forbid, and as many that permit.
    boolean hasSeenAll(Placed later, Collection<Placed> earlier) {
        return earlier.stream()
                        .allMatch(act -> !act.id().equals(later.id()) && mayInclude(later, act))
                && earlier.stream().allMatch(seenBy(List.of(later), earlier));
    }

    /// Those of these entries that have to be asked for: whoever has seen them has seen the others as well.
    ///
    /// @param entries causes first, or more of them may be left
    List<Placed> latest(List<Placed> entries) {
        var last = new TreeMap<NodeId, Placed>();
        var ofTwoHistories = new ArrayList<Placed>();
        Predicate<Placed> doubtful = byTwoHistories();
        for (Placed entry : entries) {
            if (doubtful.test(entry)) {
                ofTwoHistories.add(entry);
            } else {
                last.merge(entry.author(), entry, Causality::later);
            }
        }
        var latest = unseenByOthers(ofTwoHistories);
        latest.addAll(last.values());
        return latest;
    }

    private static Placed later(Placed one, Placed other) {
        return one.sequence() < other.sequence() ? other : one;
    }

    private List<Placed> unseenByOthers(List<Placed> entries) {
        if (entries.size() < 2) {
            return new ArrayList<>(entries);
        }
        Pasts.Seen seen = pasts(entries.getFirst().dossier()).seen(entries);
        var unseen = new ArrayList<Placed>();
        for (Placed entry : entries.reversed()) {
            if (!seen.includes(entry)) {
                unseen.add(entry);
                seen.add(entry);
            }
        }
        return unseen;
    }

    /// Whether any of these entries is `earlier` or has seen it.
    boolean anyIncludes(Collection<Placed> entries, Placed earlier) {
        List<Placed> may = entries.stream().filter(entry -> mayInclude(entry, earlier)).toList();
        return !may.isEmpty()
                && (!history.hasTwoHistories(earlier.dossier(), earlier.author())
                        || seen(may, List.of(earlier)).includes(earlier));
    }

    /// Those of these entries that neither are `earlier` nor have seen it.
    List<Placed> unaware(Collection<Placed> entries, Placed earlier) {
        boolean doubtful = history.hasTwoHistories(earlier.dossier(), earlier.author());
        return entries.stream()
                .filter(
                        entry ->
                                !mayInclude(entry, earlier)
                                        || (doubtful
                                                && !seen(List.of(entry), List.of(earlier))
                                                        .includes(earlier)))
                .toList();
    }

    /// Which of `asked` these entries are or have seen. All are of one dossier; to be used while nothing is placed.
    Predicate<Placed> seenBy(Collection<Placed> entries, Collection<Placed> asked) {
        var highest = new HashMap<NodeId, Long>();
        Predicate<Placed> maybe =
                act ->
                        act.sequence()
                                <= highest.computeIfAbsent(
                                        act.author(), _ -> highest(entries, act));
        Predicate<Placed> doubtful = byTwoHistories();
        List<Placed> open = asked.stream().filter(doubtful.and(maybe)).toList();
        if (open.isEmpty()) {
            return doubtful.negate().and(maybe);
        }
        Pasts.Seen seen = seen(entries, open);
        return act -> doubtful.test(act) ? seen.includes(act) : maybe.test(act);
    }

    private static long highest(Collection<Placed> entries, Placed of) {
        return entries.stream()
                .filter(entry -> entry.dossier().equals(of.dossier()))
                .mapToLong(entry -> entry.clock().of(of.author()))
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static boolean mayInclude(Placed later, Placed earlier) {
        return later.dossier().equals(earlier.dossier())
                && later.clock().of(earlier.author()) >= earlier.sequence();
    }

    private Predicate<Placed> byTwoHistories() {
        var known = new HashMap<NodeId, Boolean>();
        return act ->
                known.computeIfAbsent(
                        act.author(), author -> history.hasTwoHistories(act.dossier(), author));
    }

    private Pasts.Seen seen(Collection<Placed> entries, Collection<Placed> asked) {
        Pasts.Seen seen = pasts(asked.iterator().next().dossier()).seen(asked);
        entries.forEach(seen::add);
        return seen;
    }

    private Pasts pasts(DossierId dossier) {
        return pasts.computeIfAbsent(dossier, d -> new Pasts(history, d));
    }
}
