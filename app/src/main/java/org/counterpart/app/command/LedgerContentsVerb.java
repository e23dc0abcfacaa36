package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/// Takes the contents of a dossier, for a verifier of the ledger.
@Command(
        name = "contents",
        description =
                "Takes the contents of a dossier as far as your desk may take them out, to be"
                        + " hashed again beside the ledger.",
        footer = {
            "",
            "For an officer of a desk: who exports the ledger sees no content. That a content was"
                    + " taken out is itself a leaf."
        })
final class LedgerContentsVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "its id, or the first digits of an entry in it")
    private String dossier = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "where to write them; whoever has the file can read them")
    private Path file = Path.of("");

    @Option(
            names = "--understood",
            description = "you have read the restrictions under H3 and understood them")
    private boolean understood;

    LedgerContentsVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode contents =
                new NodeClient(root)
                        .get(
                                "/exchange/contents/"
                                        + NodeClient.segment(dossier)
                                        + "?understood="
                                        + understood);
        new LedgerFile(file)
                .write(out -> out.write(contents.toString().getBytes(StandardCharsets.UTF_8)));
        long held = count(contents, "HELD");
        long erased = count(contents, "ERASED");
        long others = contents.path("entries").size() - held - erased;
        screen.show(
                "%d contents are in %s; %d are erased here, %d stay closed.%nVerify them: %s"
                        .formatted(
                                held,
                                file,
                                erased,
                                others,
                                Copyable.of(
                                        "ledger",
                                        "verify",
                                        "EXPORT",
                                        "--card",
                                        "CARD",
                                        "--contents",
                                        file.toString())),
                () ->
                        Map.of(
                                "file",
                                file.toString(),
                                "held",
                                held,
                                "erased",
                                erased,
                                "notTaken",
                                others));
        return 0;
    }

    private static long count(JsonNode contents, String state) {
        return contents.path("entries")
                .valueStream()
                .filter(entry -> Said.text(entry, "state").equals(state))
                .count();
    }
}
