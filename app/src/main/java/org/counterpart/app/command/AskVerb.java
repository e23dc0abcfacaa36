package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Asks a desk of another state.
@Command(
        name = "ask",
        description = "Asks a desk of another state, in a new dossier or on in one.",
        footer = {"", "Which desks there are: ./counterpart desk list"})
final class AskVerb implements Callable<Integer> {
    private static final List<String> CLOCKS = List.of("7d", "3d", "8h");

    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "QUESTION",
            description = "in words; - reads it from the input")
    private String question = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DESK",
            description = "such as vn/customs-intelligence")
    private String to = "";

    @Option(names = "--purpose", paramLabel = "TEXT", description = "what the answer is wanted for")
    private String purpose = "";

    @Option(
            names = "--dossier",
            paramLabel = "DOSSIER",
            description =
                    "asks on in this dossier, by its id or the first digits of an entry in it")
    private @Nullable String dossier;

    @Option(
            names = "--clock",
            paramLabel = "7d|3d|8h",
            description = "the time for an answer (default: 7d)")
    private @Nullable String clock;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why it is urgent, for 3d and 8h")
    private @Nullable String reason;

    @Mixin private WordsOption words = new WordsOption();

    @Mixin private SubjectOptions subjects = new SubjectOptions();

    @Mixin private HandlingOptions handling = new HandlingOptions();

    @Mixin private SourceEntryOptions sources = new SourceEntryOptions();

    AskVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("to", to);
        body.put("question", words.json(question));
        body.put("purpose", purpose);
        body.put("subjects", subjects.json());
        body.put("handling", handling.json());
        sources.into(body);
        if (clock != null) {
            body.put("clock", Typed.word("--clock", CLOCKS, clock));
        }
        if (reason != null) {
            body.put("reason", reason);
        }
        if (dossier != null) {
            body.put("dossier", dossier);
        }
        JsonNode sent = new Saying(root).at("/exchange/ask", body);
        screen.show(
                SentWords.of(
                        root, "Asked. The clock starts when the other node signs for it.", sent),
                () -> sent);
        return 0;
    }
}
