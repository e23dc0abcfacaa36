package org.counterpart.replication.memory;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.replication.Store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Placed entries in memory. It counts how often each was placed: more than once would be a fault of the machine.
public final class MemoryEnvelopes implements Store.Envelopes {
    private final Table<EntryId, Placed> placed;
    private final Table<EntryId, Integer> arrivals;
    private final Table<EntryId, EnvelopeRefusal> refused;
    private final Table<DossierId, Held> dossiers;
    private final Table<Key<DossierId, Key<NodeId, Long>>, List<Placed>> written;
    private final Table<Key<DossierId, NodeId>, Invited> invitations;

    /// By one peer to one dossier.
    ///
    /// @param kept how many entries are counted for the peer
    private record Invited(Invitation invitation, long kept, boolean gaveWay) {
        boolean promises() {
            return kept > 0 || !gaveWay;
        }
    }

    /// What is held of one dossier.
    ///
    /// @param entries parents before children
    private record Held(
            List<Placed> entries,
            List<Placed> membership,
            SortedSet<EntryId> heads,
            Clock clock,
            SortedSet<NodeId> twoHistories) {
        static final Held NOTHING =
                new Held(
                        List.of(),
                        List.of(),
                        Collections.emptySortedSet(),
                        Clock.NOTHING,
                        Collections.emptySortedSet());

        Held with(Placed entry, boolean again) {
            var heads = new TreeSet<>(this.heads);
            heads.removeAll(entry.envelope().parents());
            heads.add(entry.id());
            var two = new TreeSet<>(twoHistories);
            if (again) {
                two.add(entry.author());
            }
            boolean changes = !(entry.membership() instanceof Membership.Unchanged);
            return new Held(
                    plus(entries, entry),
                    changes ? plus(membership, entry) : membership,
                    heads,
                    clock.join(entry.clock()),
                    two);
        }
    }

    MemoryEnvelopes(Journal journal) {
        placed = new Table<>(journal);
        arrivals = new Table<>(journal);
        refused = new Table<>(journal);
        dossiers = new Table<>(journal);
        written = new Table<>(journal);
        invitations = new Table<>(journal);
    }

    private static List<Placed> plus(List<Placed> list, Placed entry) {
        var copy = new ArrayList<Placed>(list.size() + 1);
        copy.addAll(list);
        copy.add(entry);
        return Collections.unmodifiableList(copy);
    }

    private Held held(DossierId dossier) {
        return dossiers.get(dossier, Held.NOTHING);
    }

    /// The dossiers of which anything is held.
    public SortedSet<DossierId> dossiers() {
        return new TreeSet<>(dossiers.rows().keySet());
    }

    /// All entries of a dossier, parents before children.
    public List<Placed> entries(DossierId dossier) {
        return held(dossier).entries();
    }

    /// How often an entry was placed.
    public int arrivals(EntryId entry) {
        return arrivals.get(entry, 0);
    }

    @Override
    public Optional<Placed> find(EntryId id) {
        return placed.find(id);
    }

    @Override
    public List<Placed> membership(DossierId dossier) {
        return held(dossier).membership();
    }

    @Override
    public List<Placed> written(DossierId dossier, NodeId author, long sequence) {
        return written.get(new Key<>(dossier, new Key<>(author, sequence)), List.of());
    }

    @Override
    public boolean hasTwoHistories(DossierId dossier, NodeId author) {
        return held(dossier).twoHistories().contains(author);
    }

    @Override
    public List<Placed> doubled(DossierId dossier, NodeId author) {
        if (!hasTwoHistories(dossier, author)) {
            return List.of();
        }
        return entries(dossier).stream()
                .filter(entry -> entry.author().equals(author))
                .filter(entry -> written(dossier, author, entry.sequence()).size() > 1)
                .toList();
    }

    @Override
    public Optional<EnvelopeRefusal> refusal(EntryId id) {
        return refused.find(id);
    }

    @Override
    public SortedSet<EntryId> heads(DossierId dossier) {
        return Collections.unmodifiableSortedSet(held(dossier).heads());
    }

    @Override
    public List<Placed> beyond(DossierId dossier, Clock clock, int most) {
        return held(dossier).entries().stream()
                .filter(entry -> !clock.covers(entry))
                .limit(most)
                .toList();
    }

    @Override
    public List<Placed> between(DossierId dossier, Clock beyond, Clock reach, int most) {
        return held(dossier).entries().stream()
                .filter(entry -> !beyond.covers(entry) && reach.covers(entry))
                .sorted(
                        Comparator.comparingLong((Placed entry) -> entry.clock().weight())
                                .thenComparing(Placed::id))
                .limit(most)
                .toList();
    }

    @Override
    public Clock clock(DossierId dossier) {
        return held(dossier).clock();
    }

    @Override
    public void place(Placed entry) {
        arrivals.put(entry.id(), arrivals(entry.id()) + 1);
        if (placed.has(entry.id())) {
            return;
        }
        placed.put(entry.id(), entry);
        var place = new Key<>(entry.dossier(), new Key<>(entry.author(), entry.sequence()));
        List<Placed> same = written.get(place, List.of());
        written.put(place, plus(same, entry));
        dossiers.put(entry.dossier(), held(entry.dossier()).with(entry, !same.isEmpty()));
    }

    @Override
    public void refuse(EntryId entry, EnvelopeRefusal ground) {
        refused.put(entry, ground);
    }

    private SortedMap<NodeId, Invited> invitedTo(DossierId dossier) {
        var invited = new TreeMap<NodeId, Invited>();
        invitations
                .rows()
                .forEach(
                        (key, row) -> {
                            if (key.first().equals(dossier)) {
                                invited.put(key.second(), row);
                            }
                        });
        return invited;
    }

    private void put(DossierId dossier, Invited row) {
        invitations.put(new Key<>(dossier, row.invitation().by()), row);
    }

    private Optional<Invited> invited(DossierId dossier, NodeId by) {
        return invitations.find(new Key<>(dossier, by));
    }

    @Override
    public List<Invitation> invitations(DossierId dossier) {
        return invitedTo(dossier).values().stream().map(Invited::invitation).toList();
    }

    @Override
    public void invite(DossierId dossier, EntryId addition, NodeId by) {
        Optional<Invited> earlier = invited(dossier, by);
        Clock brought = earlier.map(row -> row.invitation().brought()).orElse(Clock.NOTHING);
        put(
                dossier,
                new Invited(
                        new Invitation(addition, by, brought),
                        earlier.map(Invited::kept).orElse(0L),
                        earlier.map(Invited::gaveWay).orElse(false)));
    }

    @Override
    public void brought(DossierId dossier, NodeId by, Clock brought, int kept) {
        invited(dossier, by)
                .ifPresent(
                        row ->
                                put(
                                        dossier,
                                        new Invited(
                                                new Invitation(
                                                        row.invitation().addition(), by, brought),
                                                row.kept() + kept,
                                                row.gaveWay())));
    }

    @Override
    public long invitedBy(NodeId by) {
        return invitations.rows().keySet().stream().filter(key -> key.second().equals(by)).count();
    }

    @Override
    public long onPromise(NodeId by) {
        return invitations.rows().entrySet().stream()
                .filter(row -> row.getKey().second().equals(by))
                .mapToLong(row -> row.getValue().kept())
                .sum();
    }

    @Override
    public Optional<Promise> longestOnPromise(NodeId by) {
        return invitations.rows().entrySet().stream()
                .filter(row -> row.getKey().second().equals(by))
                .map(row -> promise(row.getKey().first(), row.getValue()))
                .max(
                        Comparator.comparingLong(Promise::kept)
                                .thenComparing(Promise::dossier, Comparator.reverseOrder()));
    }

    private static Promise promise(DossierId dossier, Invited row) {
        return new Promise(dossier, row.invitation().addition(), row.kept());
    }

    @Override
    public void giveWay(DossierId dossier, NodeId by) {
        letGo(dossier, by);
        invited(dossier, by).ifPresent(row -> put(dossier, new Invited(row.invitation(), 0, true)));
    }

    @Override
    public boolean gaveWay(DossierId dossier, NodeId by) {
        return invited(dossier, by).filter(Invited::gaveWay).isPresent();
    }

    @Override
    public void join(DossierId dossier) {
        invitedTo(dossier).keySet().forEach(by -> invitations.remove(new Key<>(dossier, by)));
    }

    @Override
    public void forget(DossierId dossier, NodeId by) {
        letGo(dossier, by);
        invitations.remove(new Key<>(dossier, by));
    }

    private void letGo(DossierId dossier, NodeId by) {
        SortedMap<NodeId, Invited> others = invitedTo(dossier);
        long kept = Optional.ofNullable(others.remove(by)).map(Invited::kept).orElse(0L);
        others.values().stream()
                .filter(Invited::promises)
                .min(Comparator.comparing(Invited::gaveWay))
                .ifPresentOrElse(
                        row ->
                                put(
                                        dossier,
                                        new Invited(
                                                row.invitation(),
                                                row.kept() + kept,
                                                row.gaveWay())),
                        () -> dropEntries(dossier));
    }

    private void dropEntries(DossierId dossier) {
        for (Placed entry : held(dossier).entries()) {
            placed.remove(entry.id());
            arrivals.remove(entry.id());
            written.remove(new Key<>(dossier, new Key<>(entry.author(), entry.sequence())));
        }
        dossiers.remove(dossier);
        for (Invited row : invitedTo(dossier).values()) {
            var nothing =
                    new Invitation(
                            row.invitation().addition(), row.invitation().by(), Clock.NOTHING);
            put(dossier, new Invited(nothing, 0, row.gaveWay()));
        }
    }
}
