package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What this officer may do next in a dossier, as commands that can be copied; words in capitals are for the officer to
/// replace. What is owed stands first. Of what may be done with many entries, the latest or the one that was named is told.
final class NextWords {
    /// What waits for an act is told of each entry, but not without end.
    private static final int MOST_OWED = 6;

    private static final List<String> OWED =
            List.of("ANSWER_RECALL", "GRANT_PERMISSION", "REFUSE_PERMISSION", "ANSWER", "REFUSE");
    private static final List<String> OFFERED = List.of("USE_IN_COURT", "ASK_FOR_COURT", "RECALL");

    private final Root root;
    private final JsonNode shown;
    private final String named;
    private final List<String> commands = new ArrayList<>();

    /// @param named what was asked for: the dossier, or the first digits of an entry
    NextWords(Root root, JsonNode shown, String named) {
        this.root = root;
        this.shown = shown;
        this.named = named.toLowerCase(Locale.ROOT);
    }

    /// Empty where nothing may be done.
    String all() {
        for (String step : OWED) {
            with(step).stream().limit(MOST_OWED).forEach(entry -> tell(step, entry));
        }
        moves();
        for (String step : OFFERED) {
            List<JsonNode> entries = with(step);
            entries.stream()
                    .filter(entry -> Said.text(entry, "entry").startsWith(named))
                    .findFirst()
                    .or(() -> entries.stream().reduce((_, later) -> later))
                    .ifPresent(entry -> tell(step, entry));
        }
        return commands.isEmpty() ? "" : "Next, one of:\n  " + String.join("\n  ", commands);
    }

    private List<JsonNode> with(String step) {
        return shown.path("entries")
                .valueStream()
                .filter(entry -> Said.texts(entry.path("may")).contains(step))
                .toList();
    }

    private void tell(String step, JsonNode entry) {
        String start = SentWords.start(entry.path("entry"));
        switch (step) {
            case "ANSWER" -> answer(start);
            case "REFUSE" -> refuse(start);
            case "ANSWER_RECALL" -> command("recall-answer", start, "--erased");
            case "GRANT_PERMISSION" -> command("permission", "grant", start, "--until", "DATE");
            case "REFUSE_PERMISSION" ->
                    command("permission", "refuse", start, "--ground", "GROUND");
            case "RECALL" -> command("recall", start, "--ground", "GROUND");
            case "USE_IN_COURT" -> court(entry, start);
            case "ASK_FOR_COURT" ->
                    commands.add(
                            PermissionAskVerb.command(
                                    root,
                                    start,
                                    Said.text(entry.path("content"), "desk"),
                                    "court"));
            default -> {}
        }
    }

    private void answer(String start) {
        command(
                "answer",
                start,
                "TEXT",
                "--full",
                "--source",
                "A|B|C|X",
                "--information",
                "1|2|3|4",
                "--handling",
                "CODE",
                "--use",
                "PURPOSE");
    }

    private void refuse(String start) {
        command(
                "refuse",
                start,
                "--ground",
                "GROUND",
                "--alternative",
                "TEXT",
                "--handling",
                "CODE",
                "--use",
                "PURPOSE");
    }

    private void court(JsonNode entry, String start) {
        boolean restricted = Said.texts(entry.at("/content/handling/codes")).contains("H3");
        if (restricted) {
            command("court", start, "--understood");
        } else {
            command("court", start);
        }
    }

    private void moves() {
        String dossier = Said.text(shown, "dossier");
        List<String> moves = Said.texts(shown.path("may"));
        if (moves.contains("ASK_ON")) {
            command(
                    "ask",
                    "TEXT",
                    "--dossier",
                    dossier,
                    "--to",
                    "DESK",
                    "--purpose",
                    "TEXT",
                    "--handling",
                    "CODE",
                    "--use",
                    "PURPOSE");
        }
        if (moves.contains("ADD_MEMBER")) {
            command("members", "add", dossier, "DESK", "--reason", "TEXT");
        }
        if (moves.contains("REMOVE_MEMBER")) {
            command("members", "remove", dossier, "STATE", "--reason", "TEXT");
        }
    }

    private void command(String... words) {
        commands.add(root.command(words));
    }
}
