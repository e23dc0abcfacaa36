package org.counterpart.app.command;

import org.counterpart.dossier.Purpose;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Brings an entry before a court, where its handling allows it.
@Command(
        name = "court",
        description =
                "Says whether an entry may be used before a court or as evidence in a formal"
                        + " request, and if so notes in the ledger that you do.",
        footer = {
            "",
            "What you may use, you see with show; what you may not, you ask the author for."
        })
final class CourtVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(index = "0", paramLabel = "ENTRY", description = "the entry, or its first digits")
    private String entry = "";

    @Option(
            names = "--use",
            paramLabel = "PURPOSE",
            completionCandidates = HandlingOptions.Purposes.class,
            description =
                    "what the court is to decide for, may be repeated: ${COMPLETION-CANDIDATES}"
                            + " (default: prosecution)")
    private List<String> uses = new ArrayList<>();

    @Option(names = "--understood", description = "the restriction of H3 was read and understood")
    private boolean understood;

    CourtVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<String> purposes =
                uses.isEmpty()
                        ? List.of(Purpose.PROSECUTION.name())
                        : uses.stream()
                                .map(use -> Typed.code("--use", Purpose.class, use).name())
                                .toList();
        JsonNode noted =
                decided(Map.of("entry", entry, "purposes", purposes, "understood", understood));
        screen.show(words(noted), () -> noted);
        return 0;
    }

    /// What its author may allow is told with the command that asks for it.
    private JsonNode decided(Map<String, Object> body) {
        try {
            return new NodeClient(root).post("/exchange/court", body);
        } catch (Refused e) {
            throw e.author()
                    .map(desk -> PermissionAskVerb.command(root, entry, desk, "court"))
                    .map(e::withCommand)
                    .orElse(e);
        }
    }

    private String words(JsonNode noted) {
        String start = SentWords.start(noted.path("entry"));
        return "It may be used in court, for "
                + why(Said.list(noted.path("because")))
                + ". The ledger notes that you do.\nentry    "
                + start
                + "\ndossier  "
                + Said.text(noted, "dossier")
                + "\nNext: "
                + root.command("show", start);
    }

    private static String why(String permit) {
        return switch (permit) {
            case "OWN_ENTRY" -> "your desk wrote it";
            case "CODES_ALLOW" -> "its handling codes allow it";
            case "RELEASED" -> "its author released it for this";
            default -> Said.words(permit);
        };
    }
}
