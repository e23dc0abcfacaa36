package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.replication.Appended;
import org.counterpart.replication.Batch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Sees everything and is seen by nobody: what was really said, what each node holds, what goes over the wire.
final class Observer {
    private final Ancestry ancestry = new Ancestry();
    private final Utterances utterances = new Utterances();
    private final TreeMap<Integer, TreeMap<DossierId, Standing>> standings = new TreeMap<>();
    private final TreeMap<Place, Integer> heard = new TreeMap<>();
    private final TreeMap<Integer, TreeMap<NodeId, TreeSet<EntryId>>> brought = new TreeMap<>();
    private final Handlers handlers = new Handlers();
    private final WireRules wire;
    private final StateRules state;
    private final Branches branches;
    private Optional<Introduction> introduction = Optional.empty();

    Observer(World world) {
        this.wire = new WireRules(this);
        this.state = new StateRules(world, this);
        this.branches = new Branches(world.coverage(), this);
    }

    Ancestry ancestry() {
        return ancestry;
    }

    Utterances utterances() {
        return utterances;
    }

    Handlers handlers() {
        return handlers;
    }

    /// How a dossier stands by what a node holds of it now; the list is the same object until an entry is placed.
    @SuppressWarnings("ReferenceEquality")
    Standing standing(Node node, DossierId dossier) {
        List<Placed> entries = node.store().envelopes().entries(dossier);
        var ofNode = standings.computeIfAbsent(node.number(), _ -> new TreeMap<>());
        Standing known = ofNode.get(dossier);
        if (known == null || known.entries() != entries) {
            entries.forEach(ancestry::learn);
            known = new Standing(entries, ancestry);
            ofNode.put(dossier, known);
        }
        return known;
    }

    /// Whether stewards that count in this standing, or whom these brought in, have brought a node in, and no removal of
    /// any of them is held: it can show that to whoever stands there.
    boolean isBroughtIn(DossierId dossier, Standing standing, NodeId node) {
        return standing.bringsIn(ancestry.of(dossier), node);
    }

    /// A node has written an entry of its own, and may crash before it is committed.
    void wrote(Node node, Appended appended) {
        if (appended instanceof Appended.Done(var placed, var written)) {
            ancestry.learn(placed);
            utterances.note(placed.id(), node.id(), written.content());
        }
    }

    /// What a machine writes by itself the observer reads on its own node.
    private void hear(Node node) {
        for (DossierId dossier : node.store().envelopes().dossiers()) {
            List<Placed> entries = node.store().envelopes().entries(dossier);
            int from = heard.getOrDefault(new Place(node.number(), dossier), 0);
            for (Placed entry : entries.subList(Math.min(from, entries.size()), entries.size())) {
                if (entry.author().equals(node.id())
                        && node.store().contents().sight(entry.id())
                                instanceof Sight.Read(var content)) {
                    utterances.note(entry.id(), node.id(), content);
                }
            }
            heard.put(new Place(node.number(), dossier), entries.size());
        }
    }

    private record Place(int node, DossierId dossier) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return node == other.node
                    ? dossier.compareTo(other.dossier)
                    : Integer.compare(node, other.node);
        }
    }

    /// A node is about to take this.
    void hears(Node node, Batch batch) {
        var from = brought.computeIfAbsent(node.number(), _ -> new TreeMap<>());
        var ids = from.computeIfAbsent(batch.from(), _ -> new TreeSet<>());
        batch.envelopes().forEach(envelope -> ids.add(envelope.id()));
        introduction = Optional.of(new Introduction(node, batch));
        branches.hears(node, batch);
    }

    /// Whether what a peer has ever brought to a node shows that it holds this much of an author's writing.
    boolean hasBrought(Node node, NodeId peer, DossierId dossier, NodeId author, long sequence) {
        Set<EntryId> ids =
                brought.getOrDefault(node.number(), new TreeMap<>())
                        .getOrDefault(peer, new TreeSet<>());
        return ancestry.of(dossier).stream()
                .filter(entry -> entry.author().equals(author) && entry.sequence() >= sequence)
                .anyMatch(entry -> ids.stream().anyMatch(id -> ancestry.includes(id, entry.id())));
    }

    /// Whether the node that takes a batch of this peer may ask it for more, as the peer showed in it how it came in.
    boolean isShown(Node node, NodeId peer, DossierId dossier) {
        return introduction.filter(one -> one.allows(node, peer, dossier, this)).isPresent();
    }

    /// An honest node is about to put this on the wire.
    void says(Node node, Batch batch) {
        hear(node);
        handlers.passed(batch);
        branches.says(node, batch);
        if (node.isHonest()) {
            wire.check(node, batch);
        }
    }

    /// A node has done something, committed or crashed.
    void acted(Node node) {
        introduction = Optional.empty();
        hear(node);
        branches.acted(node);
        if (node.isHonest()) {
            state.check(node);
        }
    }
}
