package org.counterpart.replication;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Placed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Finds entries and what they have seen, as far as a clock does not cover it.
final class Past {
    static final Comparator<Placed> PARENTS_FIRST =
            Comparator.comparingLong((Placed entry) -> entry.clock().weight())
                    .thenComparing(Placed::id);

    private final Store.Envelopes envelopes;

    Past(Store.Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /// These entries and their causal past beyond the clock, parents first.
    ///
    /// Of an author with two histories the clock does not tell which one is held: all of its entries are given, those
    /// that are not asked for by name last, or they would fill every batch and nothing would ever get further.
    List<Placed> of(Collection<EntryId> entries, Clock clock) {
        var found = new ArrayList<Placed>();
        var seen = new TreeSet<>(entries);
        var open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            EntryId id = open.remove();
            envelopes
                    .find(id)
                    .filter(entry -> entries.contains(id) || isNeeded(entry, clock))
                    .ifPresent(
                            entry -> {
                                found.add(entry);
                                entry.envelope().parents().stream()
                                        .filter(seen::add)
                                        .forEach(open::add);
                            });
        }
        found.sort(
                Comparator.comparing(
                                (Placed entry) ->
                                        clock.covers(entry) && !entries.contains(entry.id()))
                        .thenComparing(PARENTS_FIRST));
        return found;
    }

    private boolean isNeeded(Placed entry, Clock clock) {
        return !clock.covers(entry) || envelopes.hasTwoHistories(entry.dossier(), entry.author());
    }
}
