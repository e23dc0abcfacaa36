package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The placed entries of one dossier in memory, in reading order.
///
/// Reading order is causal, ties by id: the same on every node that holds the same entries.
public final class DossierEntries implements History {
    private final SortedMap<EntryId, Placed> byId = new TreeMap<>();
    private final SortedMap<NodeId, SortedMap<Long, List<Placed>>> byAuthor = new TreeMap<>();
    private final Set<NodeId> twoHistories = new TreeSet<>();
    private final List<Placed> membership = new ArrayList<>();
    private final List<Placed> ordered;

    public DossierEntries(Collection<Placed> entries) {
        for (Placed entry : entries) {
            byId.put(entry.id(), entry);
            List<Placed> written =
                    byAuthor.computeIfAbsent(entry.author(), _ -> new TreeMap<>())
                            .computeIfAbsent(entry.sequence(), _ -> new ArrayList<>());
            written.add(entry);
            if (written.size() > 1) {
                twoHistories.add(entry.author());
            }
        }
        ordered = inReadingOrder();
        ordered.stream()
                .filter(entry -> !(entry.membership() instanceof Membership.Unchanged))
                .forEach(membership::add);
    }

    private List<Placed> inReadingOrder() {
        var waitingFor = new TreeMap<EntryId, Integer>();
        var children = new TreeMap<EntryId, List<EntryId>>();
        var ready = new PriorityQueue<EntryId>();
        for (Placed entry : byId.values()) {
            List<EntryId> parents = entry.envelope().parents();
            waitingFor.put(entry.id(), parents.size());
            parents.forEach(
                    parent ->
                            children.computeIfAbsent(parent, _ -> new ArrayList<>())
                                    .add(entry.id()));
            if (parents.isEmpty()) {
                ready.add(entry.id());
            }
        }
        var order = new ArrayList<Placed>(byId.size());
        while (!ready.isEmpty()) {
            EntryId next = ready.remove();
            find(next).ifPresent(order::add);
            for (EntryId child : children.getOrDefault(next, List.of())) {
                if (waitingFor.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return Collections.unmodifiableList(order);
    }

    /// All entries, each after what it has seen.
    public List<Placed> ordered() {
        return ordered;
    }

    @Override
    public Optional<Placed> find(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Placed> membership(DossierId dossier) {
        return Collections.unmodifiableList(membership);
    }

    @Override
    public List<Placed> written(DossierId dossier, NodeId author, long sequence) {
        return byAuthor.getOrDefault(author, Collections.emptySortedMap())
                .getOrDefault(sequence, List.of());
    }

    @Override
    public boolean hasTwoHistories(DossierId dossier, NodeId author) {
        return twoHistories.contains(author);
    }

    @Override
    public List<Placed> doubled(DossierId dossier, NodeId author) {
        return byAuthor.getOrDefault(author, Collections.emptySortedMap()).values().stream()
                .filter(written -> written.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    /// Nothing that was refused is among placed entries.
    @Override
    public Optional<EnvelopeRefusal> refusal(EntryId id) {
        return Optional.empty();
    }
}
