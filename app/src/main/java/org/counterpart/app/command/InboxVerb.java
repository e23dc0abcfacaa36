package org.counterpart.app.command;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

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
                                + ".\nAsk another desk: ./counterpart ask --help"
                        : desk
                                + "\n"
                                + items.valueStream()
                                        .map(InboxVerb::line)
                                        .collect(Collectors.joining("\n"))
                                + "\nRead one: ./counterpart show ENTRY",
                () -> inbox);
        return 0;
    }

    private static String line(JsonNode item) {
        return "%s  %-16s  %-16s  %s  %s"
                .formatted(
                        SentWords.start(item.path("entry")),
                        lower(item.path("kind")),
                        lower(item.path("state")),
                        item.path("fromState").stringValue("--"),
                        due(item));
    }

    private static String due(JsonNode item) {
        if (!item.has("dueAt")) {
            return "";
        }
        Instant due =
                Instant.ofEpochMilli(item.path("dueAt").longValue(0))
                        .truncatedTo(ChronoUnit.MINUTES);
        return (item.path("overdue").booleanValue(false) ? "OVERDUE since " : "due ") + due;
    }

    private static String lower(JsonNode code) {
        return code.stringValue("").toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
