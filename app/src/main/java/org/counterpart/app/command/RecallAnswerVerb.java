package org.counterpart.app.command;

import org.counterpart.app.exchange.KeepingGround;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Says what became of a recalled entry here, and does it.
@Command(
        name = "recall-answer",
        description = "Answers a recall: the copy is erased here, or kept under law.")
final class RecallAnswerVerb implements Callable<Integer> {
    /// What the help lists.
    static final class Grounds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return KeepingGround.codes().iterator();
        }
    }

    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "RECALL",
            description = "the entry of the recall, or its first digits")
    private String recall = "";

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    /// One of two.
    static final class Choice {
        @Option(
                names = "--erased",
                required = true,
                description = "erases it here, now and for good")
        private boolean erased;

        @ArgGroup(exclusive = false)
        private @Nullable Kept kept;
    }

    /// What keeping rests on.
    static final class Kept {
        @Option(
                names = "--kept-under-law",
                required = true,
                description = "it is kept, for a law demands it")
        private boolean keptUnderLaw;

        @Option(
                names = "--ground",
                required = true,
                paramLabel = "GROUND",
                completionCandidates = Grounds.class,
                description = "why it is kept: ${COMPLETION-CANDIDATES}")
        private String ground = "";

        @Option(
                names = "--court",
                required = true,
                paramLabel = "NAME",
                description = "the court or authority")
        private String court = "";

        @Option(
                names = "--review",
                required = true,
                paramLabel = "DATE",
                description = "when keeping is looked at again, such as 2027-01-31")
        private @Nullable LocalDate review;
    }

    RecallAnswerVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("recall", recall);
        Kept kept = choice.kept;
        if (kept != null && kept.keptUnderLaw && kept.review != null) {
            body.put("holding", "kept-under-law");
            body.put("ground", Typed.word("--ground", KeepingGround.codes(), kept.ground));
            body.put("court", kept.court);
            body.put("review", kept.review.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        } else {
            body.put("holding", "erased");
        }
        JsonNode sent = new NodeClient(root).post("/exchange/recall-answer", body);
        screen.show(
                SentWords.of(
                        root,
                        choice.erased
                                ? "Erased here, and said so."
                                : "Kept under law, and said so.",
                        sent),
                () -> sent);
        return 0;
    }
}
