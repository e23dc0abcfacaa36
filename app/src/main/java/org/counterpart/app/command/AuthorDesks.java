package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Of which desk permission is asked for an entry whose writer is not shown: the one desk of the author's node that is
/// named in what is shown of the dossier. Where several are, none is meant.
final class AuthorDesks {
    private final Map<String, Set<String>> ofNode = new TreeMap<>();

    AuthorDesks(JsonNode shown) {
        for (JsonNode entry : shown.path("entries")) {
            JsonNode content = entry.path("content");
            if (content.has("desk")) {
                note(Said.text(entry, "author"), Said.text(content, "desk"));
            }
            content.path("audience")
                    .propertyStream()
                    .forEach(
                            node ->
                                    Said.texts(node.getValue())
                                            .forEach(desk -> note(node.getKey(), desk)));
        }
    }

    private void note(String node, String desk) {
        ofNode.computeIfAbsent(node, _ -> new TreeSet<>()).add(desk);
    }

    Optional<String> of(JsonNode entry) {
        Set<String> desks = ofNode.getOrDefault(Said.text(entry, "author"), Set.of());
        return desks.size() == 1 ? desks.stream().findFirst() : Optional.empty();
    }
}
