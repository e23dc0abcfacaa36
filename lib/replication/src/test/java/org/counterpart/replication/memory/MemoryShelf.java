package org.counterpart.replication.memory;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.replication.Store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Parcels that wait, in memory.
public final class MemoryShelf implements Store.Shelf {
    private final Random order = new Random(1);
    private final Function<EntryId, Optional<DossierId>> dossierOf;
    private final Table<Key<NodeId, Key<EntryId, NodeId>>, Waiting> waiting;

    /// @param carriers who has it too
    private record Waiting(Parcel parcel, NodeId broughtBy, SortedSet<NodeId> carriers) {
        Item item() {
            return new Item(
                    parcel.entry(),
                    parcel.recipient(),
                    parcel.wrap().maker(),
                    parcel.wrap().keyId(),
                    parcel.wrap().under(),
                    broughtBy);
        }
    }

    MemoryShelf(Journal journal, Function<EntryId, Optional<DossierId>> dossierOf) {
        this.dossierOf = dossierOf;
        waiting = new Table<>(journal);
    }

    private static Key<NodeId, Key<EntryId, NodeId>> key(Item item) {
        return key(item.entry(), item.recipient(), item.maker());
    }

    private static Key<NodeId, Key<EntryId, NodeId>> key(
            EntryId entry, NodeId recipient, NodeId maker) {
        return new Key<>(recipient, new Key<>(entry, maker));
    }

    /// All that waits.
    public List<Item> items() {
        return waiting.rows().values().stream().map(Waiting::item).toList();
    }

    @Override
    public List<Item> addressedTo(NodeId recipient) {
        var items = new ArrayList<Item>();
        for (Waiting one : waiting.rows().values()) {
            if (one.parcel().recipient().equals(recipient)) {
                items.add(one.item());
            }
        }
        return items;
    }

    @Override
    public List<Item> toDeliver(NodeId recipient, NodeId first, int most) {
        var items = new ArrayList<>(addressedTo(recipient));
        Collections.shuffle(items, order);
        var some = new ArrayList<Item>();
        for (boolean own : List.of(true, false)) {
            inTurn(items.stream().filter(item -> item.maker().equals(first) == own).toList())
                    .stream()
                    .limit(most)
                    .forEach(some::add);
        }
        return some;
    }

    /// The first of each dossier, then the second of each, and so on.
    private List<Item> inTurn(List<Item> items) {
        var ofDossier = new HashMap<Optional<DossierId>, Integer>();
        var turns = new TreeMap<Integer, List<Item>>();
        for (Item item : items) {
            int turn = ofDossier.merge(dossierOf.apply(item.entry()), 1, Integer::sum);
            turns.computeIfAbsent(turn, _ -> new ArrayList<>()).add(item);
        }
        return turns.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Item> addressedTo(NodeId recipient, EntryId entry) {
        return addressedTo(recipient).stream().filter(item -> item.entry().equals(entry)).toList();
    }

    @Override
    public List<Item> withoutCarrier(NodeId carrier) {
        var items = new ArrayList<Item>();
        for (Waiting one : waiting.rows().values()) {
            if (!one.parcel().recipient().equals(carrier)
                    && !one.broughtBy().equals(carrier)
                    && !one.carriers().contains(carrier)) {
                items.add(one.item());
            }
        }
        Collections.shuffle(items, order);
        return items;
    }

    @Override
    public Optional<Item> find(EntryId entry, NodeId recipient, NodeId maker) {
        return waiting.find(key(entry, recipient, maker)).map(Waiting::item);
    }

    @Override
    public Parcel parcel(Item item) {
        return waiting.find(key(item)).map(Waiting::parcel).orElseThrow();
    }

    @Override
    public int broughtBy(NodeId node) {
        return (int)
                waiting.rows().values().stream()
                        .filter(one -> one.broughtBy().equals(node))
                        .count();
    }

    @Override
    public void put(Parcel parcel, NodeId broughtBy) {
        waiting.put(
                key(parcel.entry(), parcel.recipient(), parcel.wrap().maker()),
                new Waiting(parcel, broughtBy, Collections.emptySortedSet()));
    }

    @Override
    public void remove(Item item) {
        waiting.remove(key(item));
    }

    @Override
    public void carries(Item item, NodeId carrier) {
        waiting.find(key(item))
                .ifPresent(
                        one -> {
                            var carriers = new TreeSet<>(one.carriers());
                            carriers.add(carrier);
                            waiting.put(
                                    key(item),
                                    new Waiting(one.parcel(), one.broughtBy(), carriers));
                        });
    }

    @Override
    public SortedSet<NodeId> carriers(Item item) {
        return waiting.find(key(item)).map(Waiting::carriers).orElse(Collections.emptySortedSet());
    }
}
