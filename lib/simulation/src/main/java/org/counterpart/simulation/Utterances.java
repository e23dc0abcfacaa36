package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was really said, by whom and to whom: the observer sees into every seal.
final class Utterances {
    /// One entry as its author made it.
    record Utterance(EntryId id, NodeId author, Content content) {}

    private final TreeMap<EntryId, Utterance> said = new TreeMap<>();
    private final TreeMap<EntryId, List<Utterance>> gifts = new TreeMap<>();

    void note(EntryId id, NodeId author, Content content) {
        var utterance = new Utterance(id, author, content);
        if (said.put(id, utterance) == null) {
            for (EntryId given : given(content)) {
                gifts.computeIfAbsent(given, _ -> new ArrayList<>()).add(utterance);
            }
        }
    }

    Optional<Utterance> find(EntryId id) {
        return Optional.ofNullable(said.get(id));
    }

    /// Whom an entry was addressed to by its author.
    SortedSet<NodeId> audience(EntryId id) {
        return find(id).map(utterance -> new TreeSet<>(utterance.content().audience().nodes()))
                .orElseGet(TreeSet::new);
    }

    /// Whom an entry was ever given to: its audience, and who stands in a forward or release that its originator
    /// was told of.
    SortedSet<NodeId> mayOpen(EntryId id) {
        var nodes = audience(id);
        Optional<NodeId> originator = find(id).map(Utterance::author);
        for (Utterance gift : giftsOf(id)) {
            if (originator.filter(gift.content().audience()::includes).isPresent()) {
                nodes.addAll(recipients(gift.content()));
            }
        }
        return nodes;
    }

    /// Forwards and releases of an entry.
    List<Utterance> giftsOf(EntryId id) {
        return Collections.unmodifiableList(gifts.getOrDefault(id, List.of()));
    }

    static SortedSet<EntryId> given(Content content) {
        return switch (act(content)) {
            case Act.Forward forward -> new TreeSet<>(forward.entries());
            case Act.Release release -> new TreeSet<>(release.entries());
            default -> new TreeSet<>();
        };
    }

    static SortedSet<NodeId> recipients(Content content) {
        return switch (act(content)) {
            case Act.Forward forward -> new TreeSet<>(forward.recipients().nodes());
            case Act.Release release -> new TreeSet<>(release.recipients().nodes());
            default -> new TreeSet<>();
        };
    }

    /// What an entry does; something else where its payload is not that of its type.
    static Act act(Content content) {
        try {
            return Act.of(content);
        } catch (Malformed e) {
            return new Act.Other();
        }
    }
}
