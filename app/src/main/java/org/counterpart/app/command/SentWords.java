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

    /// Who learns of a change of members, and why it was made. A node of which no desk is known learns that alone.
    static String toldTo(JsonNode changed) {
        JsonNode seenBy = changed.path("seenBy");
        boolean all = seenBy.valueStream().noneMatch(JsonNode::isEmpty);
        return (all
                        ? "All desks that take part read that, and the reason."
                        : "The desks named here read that, and the reason; of a node that is named"
                              + " without a desk none is known to take part, and nobody there reads"
                              + " the reason.")
                + "\nseen by  "
                + desks(seenBy, node -> node.substring(0, Math.min(SHORT, node.length())));
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
