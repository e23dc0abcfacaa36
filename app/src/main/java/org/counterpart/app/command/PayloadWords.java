package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// What an entry says, whatever its type.
final class PayloadWords {
    private static final List<String> SPOKEN =
            List.of("question", "answer", "information", "alternative");
    private static final List<String> TEXTS =
            List.of(
                    "text",
                    "purpose",
                    "clock",
                    "reason",
                    "published",
                    "ground",
                    "holding",
                    "court");
    private static final List<String> ENTRIES = List.of("request", "recall", "entry", "derived");
    private static final List<String> TIMES = List.of("expires", "review");

    private PayloadWords() {}

    static void into(Lines lines, JsonNode payload) {
        SPOKEN.forEach(name -> spoken(lines, name, payload.path(name)));
        TEXTS.forEach(name -> lines.labelled(name, Said.text(payload, name)));
        lines.labelled("use", Said.words(Said.text(payload, "use")));
        ENTRIES.forEach(name -> lines.labelled(name, SentWords.start(payload.path(name))));
        payload.path("entries").forEach(one -> lines.labelled("entry", SentWords.start(one)));
        if (payload.has("full")) {
            lines.labelled(
                    "extent", payload.path("full").booleanValue(false) ? "in full" : "in part");
        }
        for (String name : TIMES) {
            if (payload.has(name)) {
                lines.labelled(name, Said.time(payload.path(name)));
            }
        }
        payload.path("subjects").forEach(subject -> lines.labelled("about", subject(subject)));
    }

    private static void spoken(Lines lines, String name, JsonNode said) {
        if (said.has("text")) {
            lines.labelled(
                    name, Said.text(said, "text") + "  (" + Said.text(said, "language") + ")");
        }
    }

    /// What is made up for practice must never be taken for real.
    private static String subject(JsonNode subject) {
        return Said.text(subject, "kind")
                + " "
                + Said.text(subject, "value")
                + (subject.path("constructed").booleanValue(false) ? "  (constructed)" : "");
    }
}
