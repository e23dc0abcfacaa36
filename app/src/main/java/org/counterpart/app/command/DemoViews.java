package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the story looks at: inboxes, dossiers and peers, as the commands show them.
final class DemoViews {
    private DemoViews() {}

    static String text(JsonNode json, String name) {
        return json.path(name).stringValue("");
    }

    static JsonNode item(DemoNode node, String entry) {
        return node.does("duty-officer", "inbox", "--all")
                .path("items")
                .valueStream()
                .filter(item -> text(item, "entry").equals(entry))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    static String state(DemoNode node, String entry) {
        return text(item(node, entry), "state");
    }

    static boolean failing(DemoNode node, String state) {
        return node.does("operator", "peer", "list")
                .valueStream()
                .anyMatch(peer -> text(peer, "state").equals(state) && peer.has("failingFrom"));
    }

    /// What an officer is shown; nothing where the dossier is not there yet.
    static String shown(DemoNode node, String dossier) {
        return node.run("duty-officer", "show", dossier).json().toString();
    }

    static JsonNode entry(DemoNode node, String entry) {
        return node.does("duty-officer", "show", entry)
                .path("entries")
                .valueStream()
                .filter(line -> text(line, "entry").equals(entry))
                .findFirst()
                .orElseThrow(() -> new DemoFailed("An entry is not shown.", "Please report it"));
    }

    static long count(DemoNode node, String dossier, String entry) {
        return node.does("duty-officer", "show", dossier)
                .path("entries")
                .valueStream()
                .filter(line -> text(line, "entry").equals(entry))
                .count();
    }
}
