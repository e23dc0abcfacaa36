package org.counterpart.app.command;

import org.counterpart.app.exchange.RecallGround;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;

/// Takes an entry of the officer's desk back.
@Command(
        name = "recall",
        description =
                "Takes back what your desk said; each holder answers what became of its copy.")
final class RecallVerb implements Callable<Integer> {
    /// What the help lists.
    static final class Grounds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RecallGround.codes().iterator();
        }
    }

    private final Root root;
    private final Screen screen;

    @Parameters(index = "0", paramLabel = "ENTRY", description = "the entry, or its first digits")
    private String entry = "";

    @Option(
            names = "--ground",
            required = true,
            paramLabel = "GROUND",
            completionCandidates = Grounds.class,
            description = "why: ${COMPLETION-CANDIDATES}")
    private String ground = "";

    RecallVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode sent =
                new NodeClient(root)
                        .post(
                                "/exchange/recall",
                                Map.of(
                                        "entry",
                                        entry,
                                        "ground",
                                        Typed.word("--ground", RecallGround.codes(), ground)));
        screen.show(
                SentWords.of(root, "Recalled. Each holder is asked what became of it.", sent),
                () -> sent);
        return 0;
    }
}
