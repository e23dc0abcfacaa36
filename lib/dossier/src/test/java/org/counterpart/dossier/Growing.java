package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Entries of one dossier that nobody has signed or judged, so that there may be many, and how often one was looked up by its identity or
/// those of a number were asked for.
final class Growing implements History {
    private static final DossierId DOSSIER = new DossierId("a".repeat(26));

    private final Map<EntryId, Placed> byId = new HashMap<>();
    private final Map<NodeId, Map<Long, List<Placed>>> written = new TreeMap<>();
    private final List<Placed> all = new ArrayList<>();
    private final TreeSet<NodeId> twoHistories = new TreeSet<>();
    int found;
    int asked;

    static NodeId node(int number) {
        return new NodeId("%032x".formatted(number));
    }

    Placed writes(NodeId author, Placed... seen) {
        return changes(author, new Membership.Unchanged(), seen);
    }

    /// The next number of its author; its previous entry has to be among what it has seen.
    Placed changes(NodeId author, Membership act, Placed... seen) {
        Clock past = Arrays.stream(seen).map(Placed::clock).reduce(Clock.NOTHING, Clock::join);
        var parents = new TreeSet<EntryId>();
        Arrays.stream(seen).forEach(entry -> parents.add(entry.id()));
        long sequence = past.of(author) + 1;
        var envelope =
                new Envelope(
                        Suite.CP1,
                        DOSSIER,
                        author,
                        sequence,
                        List.copyOf(parents),
                        new Digest("%064x".formatted(all.size())),
                        new SizeClass(SizeClass.SMALLEST),
                        act);
        var signed = new SignedEnvelope(envelope.id(), envelope, "");
        return place(new Placed(signed, past.with(author, sequence)));
    }

    private Placed place(Placed entry) {
        byId.put(entry.id(), entry);
        all.add(entry);
        List<Placed> same =
                written.computeIfAbsent(entry.author(), _ -> new TreeMap<>())
                        .computeIfAbsent(entry.sequence(), _ -> new ArrayList<>());
        same.add(entry);
        if (same.size() > 1) {
            twoHistories.add(entry.author());
        }
        return entry;
    }

    DossierId dossier() {
        return DOSSIER;
    }

    List<Placed> all() {
        return all;
    }

    @Override
    public Optional<Placed> find(EntryId id) {
        found++;
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Placed> membership(DossierId dossier) {
        return all.stream()
                .filter(entry -> !(entry.membership() instanceof Membership.Unchanged))
                .toList();
    }

    @Override
    public List<Placed> written(DossierId dossier, NodeId author, long sequence) {
        asked++;
        return written.getOrDefault(author, Map.of()).getOrDefault(sequence, List.of());
    }

    @Override
    public boolean hasTwoHistories(DossierId dossier, NodeId author) {
        return twoHistories.contains(author);
    }

    @Override
    public List<Placed> doubled(DossierId dossier, NodeId author) {
        asked++;
        return written.getOrDefault(author, Map.of()).values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<EnvelopeRefusal> refusal(EntryId id) {
        return Optional.empty();
    }
}
