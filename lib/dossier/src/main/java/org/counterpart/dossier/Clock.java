package org.counterpart.dossier;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much of each author's writing an entry has seen, its own included: author to highest sequence.
public record Clock(SortedMap<NodeId, Long> seen) {
    public static final Clock NOTHING = new Clock(new TreeMap<>());

    public Clock {
        seen = Collections.unmodifiableSortedMap(seen);
    }

    /// The highest sequence of this author that was seen, 0 for none.
    public long of(NodeId author) {
        return seen.getOrDefault(author, 0L);
    }

    /// Grows from an entry to whatever has seen it: entries sorted by weight stand in causal order.
    public long weight() {
        return seen.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Whether an author of one history has written nothing that this clock has not seen.
    public boolean covers(Placed entry) {
        return of(entry.author()) >= entry.sequence();
    }

    public Clock join(Clock other) {
        var joined = new TreeMap<>(seen);
        other.seen.forEach((author, sequence) -> joined.merge(author, sequence, Math::max));
        return new Clock(joined);
    }

    /// The same, and what this author has written up to a number.
    public Clock with(NodeId author, long sequence) {
        return join(new Clock(new TreeMap<>(Map.of(author, sequence))));
    }

    public Json.Members json() {
        Json.Members members = Json.object();
        for (var entry : seen.entrySet()) {
            members = members.with(entry.getKey().hex(), entry.getValue());
        }
        return members;
    }

    /// Reads what [#json()] wrote.
    public static Clock read(Json.Members members) {
        var seen = new TreeMap<NodeId, Long>();
        Fields fields = new Fields(members);
        for (String author : members.values().keySet()) {
            seen.put(new NodeId(author), fields.whole(author));
        }
        return new Clock(seen);
    }
}
