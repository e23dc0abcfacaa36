package org.counterpart.app.command;

import org.counterpart.dossier.HandlingGround;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// One entry in words, as much of it as the node has shown.
final class EntryWords {
    private final Root root;
    private final JsonNode entry;
    private final UnaryOperator<String> state;
    private final AuthorDesks desks;
    private final Lines lines = new Lines();

    /// @param state names a node, as its members know it
    EntryWords(Root root, JsonNode entry, UnaryOperator<String> state, AuthorDesks desks) {
        this.root = root;
        this.entry = entry;
        this.state = state;
        this.desks = desks;
    }

    @Override
    public String toString() {
        JsonNode content = entry.path("content");
        String type = Said.text(content, "type");
        lines.plain(start() + "  " + (type.isEmpty() ? "closed" : Said.words(type)) + standing());
        if (content.isObject()) {
            open(content);
        } else {
            lines.labelled("by", state.apply(Said.text(entry, "author")));
        }
        closed();
        entry.path("deliveries")
                .propertyStream()
                .forEach(delivery -> delivery(delivery.getKey(), delivery.getValue()));
        return lines.toString();
    }

    private String start() {
        return SentWords.start(entry.path("entry"));
    }

    private String standing() {
        String standing = Said.text(entry, "standing");
        return standing.isEmpty() || standing.equals("COUNTS")
                ? ""
                : "  [" + Said.words(standing).toUpperCase(Locale.ROOT) + "]";
    }

    private void open(JsonNode content) {
        String who =
                content.has("desk")
                        ? Said.text(content, "desk") + ", " + Said.words(Said.text(content, "role"))
                        : state.apply(Said.text(entry, "author")) + ", the node itself";
        lines.labelled("by", who + ", " + Said.time(content.path("claimedAt")) + " by its clock");
        content.path("to").forEach(desk -> lines.labelled("to", addressee(desk)));
        lines.labelled("for", SentWords.desks(content.path("audience"), state));
        HandlingWords.into(lines, content.path("handling"));
        if (content.has("source")) {
            lines.labelled(
                    "graded",
                    Said.text(content, "source") + content.path("information").asString(""));
        }
        PayloadWords.into(lines, content.path("payload"));
        if (content.has("recipients")) {
            lines.labelled("recipients", SentWords.desks(content.path("recipients"), node -> node));
        }
        content.path("restsOn").forEach(one -> lines.labelled("rests on", source(one)));
    }

    /// A desk that is not known here has only its id.
    private static String addressee(JsonNode desk) {
        return desk.has("desk")
                ? Said.text(desk, "desk")
                        + " ("
                        + Said.text(desk, "name")
                        + ", "
                        + Said.text(desk, "state")
                        + ")"
                : Said.text(desk, "id");
    }

    /// Whose it is and where it stands: what it was drawn from goes on binding it, also from another dossier.
    private static String source(JsonNode source) {
        String of =
                source.has("type")
                        ? Said.words(Said.text(source, "type")) + " of " + Said.text(source, "desk")
                        : "of " + Said.text(source, "state");
        String where =
                source.path("here").booleanValue(false)
                        ? source.has("type") ? "" : ", closed here"
                        : ", in another dossier";
        return SentWords.start(source.path("entry"))
                + "  "
                + of
                + where
                + "; its codes bind this too";
    }

    private void closed() {
        for (String code : Said.texts(entry.path("withheld"))) {
            lines.labelled("withheld", Said.ground(code));
            lines.labelled("next", next(code));
        }
        HandlingWords.into(lines, entry.path("handling"));
        if (entry.has("notForThisDesk")) {
            lines.labelled("withheld", "it is for other desks of this node");
        }
        if (entry.has("bare")) {
            lines.labelled(
                    "withheld",
                    Said.words(Said.text(entry, "bare"))
                            + ": that something was said is shown here, not what");
            desks.of(entry)
                    .filter(_ -> Said.text(entry, "bare").equals("CLOSED"))
                    .ifPresent(desk -> lines.labelled("next", askingToRead(desk)));
        }
    }

    private String next(String code) {
        if (code.equals(HandlingGround.CONDITION_NOT_UNDERSTOOD.code())) {
            return "read the restriction, then " + root.command("show", start(), "--understood");
        }
        return HandlingWords.mayBeReleased(code)
                ? askingToRead(desks.of(entry).orElse("DESK"))
                : "";
    }

    private String askingToRead(String desk) {
        return PermissionAskVerb.command(root, start(), desk, "read");
    }

    private void delivery(String node, JsonNode delivery) {
        lines.labelled(
                "signed for",
                state.apply(node)
                        + " "
                        + Said.time(delivery.path("counted"))
                        + (delivery.path("disputed").booleanValue(false)
                                ? "  (it states " + Said.time(delivery.path("stated")) + ")"
                                : ""));
    }
}
