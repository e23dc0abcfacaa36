package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one node holds, growing entry by entry; it remembers refusals as a careless store would, all of them.
final class Held implements History {
    private final Map<EntryId, Placed> byId = new TreeMap<>();
    private final Map<EntryId, EnvelopeRefusal> refused = new TreeMap<>();
    private final Map<Authorship, SortedMap<Long, List<Placed>>> written = new HashMap<>();
    private final List<Placed> inOrderOfArrival = new ArrayList<>();

    private record Authorship(DossierId dossier, NodeId author) {}

    private final Placing placing = new Placing(this, TestNode.CRYPTOGRAPHY);

    Placement take(SignedEnvelope signed) {
        Placement placement = placing.place(signed);
        switch (placement) {
            case Placement.Taken(var placed) -> {
                byId.put(placed.id(), placed);
                inOrderOfArrival.add(placed);
                of(placed.dossier(), placed.author())
                        .computeIfAbsent(placed.sequence(), _ -> new ArrayList<>())
                        .add(placed);
            }
            case Placement.Refused(var ground) -> refused.merge(signed.id(), ground, Held::graver);
            case Placement.Held(), Placement.Early _ -> {}
        }
        return placement;
    }

    private static EnvelopeRefusal graver(EnvelopeRefusal one, EnvelopeRefusal other) {
        return other == EnvelopeRefusal.SIGNATURE_WRONG ? one : other;
    }

    /// Takes what comes early again, until nothing more finds its place.
    void takeAll(Collection<SignedEnvelope> arriving) {
        var waiting = new ArrayList<>(arriving);
        boolean moved = true;
        while (moved) {
            int before = waiting.size();
            waiting.removeIf(signed -> !(take(signed) instanceof Placement.Early));
            moved = waiting.size() < before;
        }
    }

    Members members() {
        return new Members(this);
    }

    DossierEntries entries() {
        return new DossierEntries(byId.values());
    }

    SortedSet<EntryId> ids() {
        return new TreeSet<>(byId.keySet());
    }

    List<Placed> all() {
        return List.copyOf(inOrderOfArrival);
    }

    SortedMap<EntryId, EnvelopeRefusal> refusals() {
        return new TreeMap<>(refused);
    }

    /// Entries that no other has as a parent.
    SortedSet<EntryId> heads() {
        SortedSet<EntryId> heads = ids();
        inOrderOfArrival.forEach(entry -> heads.removeAll(entry.envelope().parents()));
        return heads;
    }

    @Override
    public Optional<Placed> find(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Placed> membership(DossierId dossier) {
        return inOrderOfArrival.stream()
                .filter(entry -> entry.dossier().equals(dossier))
                .filter(entry -> !(entry.membership() instanceof Membership.Unchanged))
                .toList();
    }

    @Override
    public List<Placed> written(DossierId dossier, NodeId author, long sequence) {
        return of(dossier, author).getOrDefault(sequence, List.of());
    }

    @Override
    public boolean hasTwoHistories(DossierId dossier, NodeId author) {
        return of(dossier, author).values().stream().anyMatch(same -> same.size() > 1);
    }

    @Override
    public List<Placed> doubled(DossierId dossier, NodeId author) {
        return of(dossier, author).values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    private SortedMap<Long, List<Placed>> of(DossierId dossier, NodeId author) {
        return written.computeIfAbsent(new Authorship(dossier, author), _ -> new TreeMap<>());
    }

    @Override
    public Optional<EnvelopeRefusal> refusal(EntryId id) {
        return Optional.ofNullable(refused.get(id));
    }
}
