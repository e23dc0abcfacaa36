package org.counterpart.dossier;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who may open an entry: nodes, each with the desks it is for. The author's node is always among them.
///
/// Between nodes the audience is held by cryptography, between the desks of one node by that node's access rules.
/// A node without desks holds the entry for itself, as it does with what concerns the dossier as a whole.
public record Audience(SortedMap<NodeId, SortedSet<DeskId>> desks) {
    /// Desks of one node that an audience may name.
    public static final int MAX_DESKS = 256;

    public Audience {
        var copy = new TreeMap<NodeId, SortedSet<DeskId>>();
        desks.forEach(
                (node, of) -> copy.put(node, Collections.unmodifiableSortedSet(new TreeSet<>(of))));
        desks = Collections.unmodifiableSortedMap(copy);
    }

    /// These nodes, for no desk in particular.
    public static Audience ofNodes(Iterable<NodeId> nodes) {
        var desks = new TreeMap<NodeId, SortedSet<DeskId>>();
        nodes.forEach(node -> desks.put(node, new TreeSet<>()));
        return new Audience(desks);
    }

    public Audience with(NodeId node, DeskId desk) {
        var copy = new TreeMap<>(desks);
        var of = new TreeSet<>(copy.getOrDefault(node, Collections.emptySortedSet()));
        of.add(desk);
        copy.put(node, of);
        return new Audience(copy);
    }

    public Set<NodeId> nodes() {
        return desks.keySet();
    }

    public boolean includes(NodeId node) {
        return desks.containsKey(node);
    }

    /// Those of these to whom what is said to the other is not said.
    public Audience without(Audience other) {
        var rest = new TreeMap<NodeId, SortedSet<DeskId>>();
        desks.forEach(
                (node, asked) -> {
                    if (!other.covers(node, asked)) {
                        var further = new TreeSet<>(asked);
                        further.removeAll(
                                other.desks.getOrDefault(node, Collections.emptySortedSet()));
                        rest.put(node, further);
                    }
                });
        return new Audience(rest);
    }

    /// Whether whatever is said to the other is said to these too: a node without desks stands for all of its desks.
    boolean covers(Audience other) {
        return !other.desks.isEmpty()
                && other.desks.entrySet().stream()
                        .allMatch(asked -> covers(asked.getKey(), asked.getValue()));
    }

    private boolean covers(NodeId node, SortedSet<DeskId> asked) {
        @Nullable SortedSet<DeskId> named = desks.get(node);
        return named != null && (named.isEmpty() || (!asked.isEmpty() && named.containsAll(asked)));
    }

    Json.Members json() {
        Json.Members members = Json.object();
        for (var entry : desks.entrySet()) {
            members =
                    members.with(
                            entry.getKey().hex(),
                            Json.texts(entry.getValue().stream().map(DeskId::text).toList()));
        }
        return members;
    }

    static Audience read(Json.Members members) {
        var desks = new TreeMap<NodeId, SortedSet<DeskId>>();
        Fields fields = new Fields(members);
        for (String node : members.values().keySet()) {
            desks.put(new NodeId(node), new TreeSet<>(fields.texts(node, MAX_DESKS, DeskId::new)));
        }
        return new Audience(desks);
    }
}
