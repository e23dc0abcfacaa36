package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Placed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/// Who had seen what, by walking parents and nothing else: the observer's own answer to what the machine reads off
/// its clocks.
final class Ancestry {
    private final TreeMap<EntryId, Integer> numbers = new TreeMap<>();
    private final List<BitSet> pasts = new ArrayList<>();
    private final List<Placed> entries = new ArrayList<>();

    /// Learns of an entry whose parents are known.
    void learn(Placed entry) {
        if (numbers.containsKey(entry.id())) {
            return;
        }
        var past = new BitSet();
        for (EntryId parent : entry.envelope().parents()) {
            past.or(pasts.get(number(parent)));
        }
        past.set(entries.size());
        numbers.put(entry.id(), entries.size());
        pasts.add(past);
        entries.add(entry);
    }

    /// What is known of a dossier, parents before children.
    List<Placed> of(DossierId dossier) {
        return entries.stream().filter(entry -> entry.dossier().equals(dossier)).toList();
    }

    private int number(EntryId id) {
        return numbers.getOrDefault(id, -1);
    }

    boolean knows(EntryId id) {
        return numbers.containsKey(id);
    }

    /// Whether `earlier` lies in the past of `later` or is it.
    boolean includes(EntryId later, EntryId earlier) {
        int one = number(later);
        int other = number(earlier);
        return one >= 0 && other >= 0 && pasts.get(one).get(other);
    }

    /// Whether the author of `later` had seen `earlier`.
    boolean hasSeen(EntryId later, EntryId earlier) {
        return !later.equals(earlier) && includes(later, earlier);
    }

    /// What an entry has seen, itself left out.
    List<Placed> past(EntryId id) {
        int self = number(id);
        return pasts.get(self).stream().filter(i -> i != self).mapToObj(entries::get).toList();
    }
}
