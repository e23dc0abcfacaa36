package org.counterpart.app.dossiers;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What one transaction has read of envelopes, so that it reads each once: judging a batch asks the same of a dossier for
/// every entry in it, and a member may have made the answer long. Nobody else writes meanwhile.
final class KnownEnvelopes {
    /// A walk through the past of an author with two histories goes through so many without reading one again.
    private static final int ENTRIES = 10_000;

    private final Map<EntryId, Known> found =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<EntryId, Known> eldest) {
                    return size() > ENTRIES;
                }
            };
    private final Map<DossierId, ReadingAhead> walks = new TreeMap<>();
    private final Map<DossierId, List<Placed>> membership = new TreeMap<>();
    private final Map<DossierId, Set<NodeId>> twoHistories = new TreeMap<>();
    private final Map<Place, List<Placed>> written = new HashMap<>();
    private final Map<DossierId, Map<NodeId, List<Placed>>> doubled = new TreeMap<>();

    /// A number of an author in a dossier.
    record Place(DossierId dossier, NodeId author, long sequence) {
        static Place of(Placed entry) {
            return new Place(entry.dossier(), entry.author(), entry.sequence());
        }
    }

    /// An entry, and whether it was ever asked for: if not, it was read ahead.
    private record Known(Placed entry, boolean asked) {}

    /// Reads so many entries of a dossier that are little lighter than one, or little heavier: a walk goes down through the
    /// past, and one that remembers comes up again.
    interface ReadNear {
        List<Placed> read(Placed entry, boolean lighter, int most);
    }

    Optional<Placed> find(EntryId id, Supplier<Optional<Placed>> read, ReadNear near) {
        Known known = found.get(id);
        if (known != null) {
            if (!known.asked()) {
                found.replace(id, new Known(known.entry(), true));
                walk(known.entry()).asked(known.entry());
            }
            return Optional.of(known.entry());
        }
        Optional<Placed> entry = read.get();
        entry.ifPresent(one -> readAhead(one, near));
        return entry;
    }

    private void readAhead(Placed entry, ReadNear near) {
        found(entry);
        ReadingAhead walk = walk(entry);
        boolean down = walk.goesDownTo(entry);
        walk.asked(entry);
        int more = walk.more();
        if (more > 0) {
            List<Placed> ahead = near.read(entry, down, more);
            walk.read(ahead.size());
            ahead.forEach(one -> found.putIfAbsent(one.id(), new Known(one, false)));
        }
    }

    private ReadingAhead walk(Placed entry) {
        return walks.computeIfAbsent(entry.dossier(), _ -> new ReadingAhead());
    }

    void found(Placed entry) {
        found.put(entry.id(), new Known(entry, true));
    }

    List<Placed> membership(DossierId dossier, Supplier<List<Placed>> read) {
        return membership.computeIfAbsent(dossier, _ -> List.copyOf(read.get()));
    }

    Set<NodeId> twoHistories(DossierId dossier, Supplier<List<NodeId>> read) {
        return twoHistories.computeIfAbsent(dossier, _ -> new TreeSet<>(read.get()));
    }

    List<Placed> written(Place place, Supplier<List<Placed>> read) {
        return written.computeIfAbsent(place, _ -> List.copyOf(read.get()));
    }

    List<Placed> doubled(DossierId dossier, NodeId author, Supplier<List<Placed>> read) {
        return doubled.computeIfAbsent(dossier, _ -> new TreeMap<>())
                .computeIfAbsent(author, _ -> List.copyOf(read.get()));
    }

    void placed(Placed entry) {
        found(entry);
        written.remove(Place.of(entry));
        twoHistories.remove(entry.dossier());
        doubled.getOrDefault(entry.dossier(), new TreeMap<>()).remove(entry.author());
        if (!(entry.membership() instanceof Membership.Unchanged)) {
            membership.computeIfPresent(entry.dossier(), (_, acts) -> plus(acts, entry));
        }
    }

    private static List<Placed> plus(Collection<Placed> acts, Placed entry) {
        var more = new ArrayList<>(acts);
        more.add(entry);
        return List.copyOf(more);
    }

    void forget() {
        found.clear();
        walks.clear();
        membership.clear();
        twoHistories.clear();
        doubled.clear();
        written.clear();
    }
}
