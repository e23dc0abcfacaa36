package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/// What was sent, in words: its id, its dossier, and exactly who will see it.
final class SentWords {
    private static final int SHORT = 12;

    private SentWords() {}

    static String of(Root root, String what, JsonNode sent) {
        return what
                + "\nentry    "
                + start(sent.path("entry"))
                + "\ndossier  "
                + Said.text(sent, "dossier")
                + "\nseen by  "
                + desks(
                        sent.path("seenBy"),
                        node -> node.substring(0, Math.min(SHORT, node.length())))
                + "\nNext: "
                + root.command("show", start(sent.path("entry")));
    }

    /// The desks of an audience; a node that is named without a desk stands for itself.
    static String desks(JsonNode audience, UnaryOperator<String> node) {
        var desks = new StringJoiner(", ");
        audience.propertyStream()
                .forEach(
                        of -> {
                            if (of.getValue().isEmpty()) {
                                desks.add("node " + node.apply(of.getKey()));
                            }
                            Said.texts(of.getValue()).forEach(desks::add);
                        });
        return desks.toString();
    }

    /// As many digits as a person can copy.
    static String start(JsonNode id) {
        String text = id.stringValue("");
        return text.substring(0, Math.min(SHORT, text.length()));
    }
}
