package org.counterpart.app.command;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Answers a question to the officer's desk.
@Command(name = "answer", description = "Answers a question to your desk, in full or in part.")
final class AnswerVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "REQUEST",
            description = "the entry of the question, or its first digits")
    private String request = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXT",
            description = "in words; - reads it from the input")
    private String text = "";

    @ArgGroup(multiplicity = "1")
    private Extent extent = new Extent();

    @Mixin private WordsOption words = new WordsOption();

    @Mixin private SubjectOptions subjects = new SubjectOptions();

    @Mixin private HandlingOptions handling = new HandlingOptions();

    @Mixin private GradingOptions grading = new GradingOptions();

    @Mixin private SourceEntryOptions sources = new SourceEntryOptions();

    /// How much of the question is answered.
    static final class Extent {
        @Option(names = "--full", required = true, description = "the question is answered")
        private boolean full;

        @Option(
                names = "--part",
                required = true,
                description = "a part; the clock of the rest runs on")
        private boolean part;

        boolean isFull() {
            return full && !part;
        }
    }

    AnswerVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request", request);
        body.put("answer", words.json(text));
        body.put("subjects", subjects.json());
        body.put("full", extent.isFull());
        body.put("handling", handling.json());
        grading.into(body);
        sources.into(body);
        JsonNode sent = new Saying(root).at("/exchange/answer", body);
        screen.show(
                SentWords.of(
                        root,
                        extent.isFull() ? "Answered." : "Answered in part; the clock runs on.",
                        sent),
                () -> sent);
        return 0;
    }
}
