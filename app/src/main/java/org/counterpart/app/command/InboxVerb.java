package org.counterpart.app.command;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Shows what waits for the officer's desk.
@Command(
        name = "inbox",
        description = "Shows what waits for your desk, the most pressing first; no content.")
final class InboxVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    InboxVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode inbox = new NodeClient(root).get("/exchange/inbox");
        JsonNode items = inbox.path("items");
        String desk = inbox.path("desk").stringValue("");
        screen.show(
                items.isEmpty()
                        ? "Nothing waits for "
                                + desk
                                + ".\nNext, to ask another desk: "
                                + Copyable.of("ask", "--help")
                        : desk
                                + "\n"
                                + table(items)
                                + "\nNext: "
                                + root.command(
                                        "show", SentWords.start(items.path(0).path("entry"))),
                () -> inbox);
        return 0;
    }

    private static Columns table(JsonNode items) {
        var table = new Columns();
        items.forEach(
                item ->
                        table.row(
                                SentWords.start(item.path("entry")),
                                Said.words(Said.text(item, "kind")),
                                Said.words(Said.text(item, "state")),
                                with(item),
                                due(item)));
        return table;
    }

    /// The other side: who was asked by this desk, or where it comes from.
    private static String with(JsonNode item) {
        return Said.text(item, "kind").endsWith("_BY_US") && item.has("to")
                ? "to " + Said.text(item, "to")
                : "from " + Said.text(item, "fromState");
    }

    private static String due(JsonNode item) {
        if (!item.has("dueAt")) {
            return "";
        }
        return (item.path("overdue").booleanValue(false) ? "OVERDUE since " : "due ")
                + Said.time(item.path("dueAt"));
    }
}
