package org.counterpart.app.command;

import org.counterpart.app.exchange.RefusalGround;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Refuses a question to the officer's desk.
@Command(
        name = "refuse",
        description =
                "Refuses a question to your desk on a coded ground, and says what is open instead.")
final class RefuseVerb implements Callable<Integer> {
    /// What the help lists.
    static final class Grounds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Typed.words(RefusalGround.class).iterator();
        }
    }

    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "REQUEST",
            description = "the entry of the question, or its first digits")
    private String request = "";

    @Option(
            names = "--ground",
            required = true,
            paramLabel = "GROUND",
            completionCandidates = Grounds.class,
            description = "why: ${COMPLETION-CANDIDATES}")
    private String ground = "";

    @Option(
            names = "--alternative",
            paramLabel = "TEXT",
            description = "what is open instead, such as another desk or a formal request")
    private String alternative = "";

    @Mixin private WordsOption words = new WordsOption();

    @Mixin private HandlingOptions handling = new HandlingOptions();

    RefuseVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request", request);
        body.put("ground", Typed.code("--ground", RefusalGround.class, ground).name());
        body.put("alternative", words.json(alternative));
        body.put("handling", handling.json());
        JsonNode sent = new Saying(root).at("/exchange/refuse", body);
        screen.show(SentWords.of(root, "Refused, with what is open instead.", sent), () -> sent);
        return 0;
    }
}
