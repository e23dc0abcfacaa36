package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.util.StringJoiner;

/// What was sent, in words: its id, its dossier, and exactly who will see it.
final class SentWords {
    private static final int SHORT = 12;

    private SentWords() {}

    static String of(String what, JsonNode sent) {
        var desks = new StringJoiner(", ");
        sent.path("seenBy")
                .valueStream()
                .forEach(
                        node ->
                                node.valueStream()
                                        .forEach(desk -> desks.add(desk.stringValue(""))));
        return what
                + "\nentry    "
                + start(sent.path("entry"))
                + "\ndossier  "
                + sent.path("dossier").stringValue("")
                + "\nseen by  "
                + desks
                + "\nNext: ./counterpart show "
                + start(sent.path("entry"));
    }

    /// As many digits as a person can copy.
    static String start(JsonNode id) {
        String text = id.stringValue("");
        return text.substring(0, Math.min(SHORT, text.length()));
    }
}
