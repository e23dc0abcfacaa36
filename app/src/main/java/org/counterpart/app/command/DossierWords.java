package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A dossier in words, in reading order, as much of it as the node has shown.
final class DossierWords {
    private static final int SHORT = 8;

    private final Root root;
    private final JsonNode shown;
    private final Map<String, String> states = new TreeMap<>();

    DossierWords(Root root, JsonNode shown) {
        this.root = root;
        this.shown = shown;
        shown.path("members")
                .forEach(
                        member ->
                                states.put(Said.text(member, "node"), Said.text(member, "state")));
    }

    String all() {
        List<String> parts = new ArrayList<>();
        parts.add(
                "dossier  "
                        + Said.text(shown, "dossier")
                        + "\nmembers  "
                        + String.join(", ", states.values()));
        var desks = new AuthorDesks(shown);
        shown.path("entries")
                .forEach(
                        entry ->
                                parts.add(
                                        new EntryWords(root, entry, this::state, desks)
                                                .toString()));
        shown.path("recalls").forEach(recall -> parts.add(recall(recall)));
        Said.texts(shown.path("twoHistories"))
                .forEach(
                        node -> parts.add("TWO HISTORIES: " + state(node) + " contradicts itself"));
        return String.join("\n\n", parts);
    }

    private String recall(JsonNode recall) {
        var lines = new Lines().plain("recall of " + SentWords.start(recall.path("entry")));
        recall.path("holders")
                .propertyStream()
                .forEach(
                        holder ->
                                lines.labelled(state(holder.getKey()), holding(holder.getValue())));
        return lines.toString();
    }

    private static String holding(JsonNode holding) {
        return switch (holding.stringValue("")) {
            case "NOT_ANSWERED" -> "holds it, signed for the recall, has not answered yet";
            case "NOT_REACHED" -> "has not signed for the recall yet";
            case String code -> Said.words(code);
        };
    }

    /// The state of a member; a node that is none, by the first digits of its id.
    private String state(String node) {
        return states.getOrDefault(node, node.substring(0, Math.min(SHORT, node.length())));
    }
}
