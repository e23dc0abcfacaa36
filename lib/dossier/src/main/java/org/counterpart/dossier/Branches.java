package org.counterpart.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Which acts of one dossier lie on one of two histories of their author, among the entries that somebody has seen.
///
/// Where an author used a number twice, its history branches there. A branch may begin at the opening, where its author had
/// seen nothing of the others, and grow longer than the other: so its numbers put nothing in time. An author that goes on
/// from both branches, as a node does that was restored from a copy and has since been told what it had written, has one
/// history again.
final class Branches {
    private final History history;
    private final Causality causality;
    private final Predicate<Placed> seen;
    private final Map<NodeId, List<Placed>> doubled = new HashMap<>();
    private final Map<EntryId, Boolean> known = new TreeMap<>();

    Branches(History history, Causality causality, Predicate<Placed> seen) {
        this.history = history;
        this.causality = causality;
        this.seen = seen;
    }

    /// Whether the author wrote another under the same number. An opening has no twin (see [DossierId]).
    boolean hasTwin(Placed act) {
        return doubled(act).stream().filter(under(act.sequence())).skip(1).findAny().isPresent();
    }

    private static Predicate<Placed> under(long sequence) {
        return entry -> entry.sequence() == sequence;
    }

    /// Whether the author wrote anything, under the number of this act or a lower one, that the act has not seen.
    boolean isOnABranch(Placed act) {
        return !doubled(act).isEmpty()
                && known.computeIfAbsent(act.id(), _ -> hasNotSeenAllBelow(act));
    }

    /// Its own line has an entry under each number, so whatever else the author wrote is doubled.
    private boolean hasNotSeenAllBelow(Placed act) {
        List<Placed> below =
                doubled(act).stream().filter(one -> one.sequence() <= act.sequence()).toList();
        return !below.stream().allMatch(causality.seenBy(List.of(act), below));
    }

    private List<Placed> doubled(Placed act) {
        return doubled.computeIfAbsent(
                act.author(),
                author -> history.doubled(act.dossier(), author).stream().filter(seen).toList());
    }
}
