package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Tells desks of other states what they did not ask for.
@Command(
        name = "tell",
        description = "Tells desks of other states what they did not ask for (UNTOC art. 18(4)).")
final class TellVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TEXT",
            description = "in words; - reads it from the input")
    private String text = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DESK",
            description = "such as vn/customs-intelligence, may be repeated")
    private List<String> to = new ArrayList<>();

    @Option(names = "--published", paramLabel = "URL", description = "where the facts are public")
    private String published = "";

    @Mixin private WordsOption words = new WordsOption();

    @Mixin private SubjectOptions subjects = new SubjectOptions();

    @Mixin private HandlingOptions handling = new HandlingOptions();

    @Mixin private GradingOptions grading = new GradingOptions();

    @Mixin private SourceEntryOptions sources = new SourceEntryOptions();

    TellVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("to", to);
        body.put("words", words.json(text));
        body.put("subjects", subjects.json());
        body.put("published", published);
        body.put("handling", handling.json());
        grading.into(body);
        sources.into(body);
        JsonNode sent = new Saying(root).at("/exchange/tell", body);
        screen.show(SentWords.of(root, "Told.", sent), () -> sent);
        return 0;
    }
}
