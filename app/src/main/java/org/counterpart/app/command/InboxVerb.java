package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Shows what waits for the officer's desk.
@Command(
        name = "inbox",
        description =
                "Shows what waits for your desk, the most pressing first; no content. What is"
                        + " settled is found with --all.")
final class InboxVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Option(
            names = "--all",
            description = "what is settled too, the latest first: answered, seen, decided, erased")
    private boolean all;

    @Option(
            names = "--before",
            paramLabel = "NUMBER",
            description = "goes on with --all where the page before ended")
    private @Nullable Long before;

    InboxVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode inbox = new NodeClient(root).get("/exchange/inbox" + query());
        screen.show(words(inbox), () -> inbox);
        return 0;
    }

    private String query() {
        return before == null ? "?all=" + all : "?all=true&before=" + before;
    }

    private boolean showsAll() {
        return all || before != null;
    }

    private String words(JsonNode inbox) {
        JsonNode items = inbox.path("items");
        String desk = Said.text(inbox, "desk");
        List<String> lines = new ArrayList<>();
        if (items.isEmpty()) {
            lines.add((showsAll() ? "Nothing is here for " : "Nothing waits for ") + desk + ".");
        } else {
            lines.add(desk + "\n" + table(items));
        }
        rest(inbox).ifPresent(lines::add);
        lines.add(
                items.isEmpty()
                        ? "Next, to ask another desk: " + Copyable.of("ask", "--help")
                        : "Next: "
                                + root.command(
                                        "show", SentWords.start(items.path(0).path("entry"))));
        return String.join("\n", lines);
    }

    /// What is not in the list, and how it is found: nothing is hidden without a word.
    private Optional<String> rest(JsonNode inbox) {
        if (inbox.has("next")) {
            return Optional.of(
                    "Earlier: "
                            + root.command(
                                    "inbox", "--all", "--before", inbox.path("next").asString()));
        }
        if (showsAll()) {
            return Optional.empty();
        }
        long more = inbox.path("waiting").longValue(0) - inbox.path("items").size();
        long settled = inbox.path("settled").longValue(0);
        if (more + settled == 0) {
            return Optional.empty();
        }
        return Optional.of(
                (more > 0 ? "Waiting besides: " + more + ". " : "")
                        + "Settled: "
                        + settled
                        + ". All: "
                        + root.command("inbox", "--all"));
    }

    private Columns table(JsonNode items) {
        var table = new Columns();
        items.forEach(
                item ->
                        table.row(
                                SentWords.start(item.path("entry")),
                                Said.words(Said.text(item, "kind")),
                                state(item),
                                with(item),
                                due(item)));
        return table;
    }

    private String state(JsonNode item) {
        String state = Said.words(Said.text(item, "state"));
        if (item.path("unread").booleanValue(false) && !state.equals("unseen")) {
            return state + ", unread";
        }
        return showsAll() && !item.path("waits").booleanValue(true) ? state + ", settled" : state;
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
