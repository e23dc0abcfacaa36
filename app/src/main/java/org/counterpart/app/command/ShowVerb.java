package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Shows a dossier as the officer's desk may see it.
@Command(
        name = "show",
        description =
                "Shows a dossier as your desk may see it. Each entry read leaves a leaf in the"
                        + " ledger.")
final class ShowVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "its id, or the first digits of an entry in it")
    private String dossier = "";

    @Option(
            names = "--understood",
            description =
                    "the restrictions of entries under H3 were read and understood; shows those"
                            + " too")
    private boolean understood;

    ShowVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode shown =
                new NodeClient(root)
                        .get(
                                "/exchange/dossiers/"
                                        + NodeClient.segment(dossier)
                                        + "?understood="
                                        + understood);
        screen.show(words(shown), () -> shown);
        return 0;
    }

    private String words(JsonNode shown) {
        String next = new NextWords(root, shown, dossier).all();
        String all = new DossierWords(root, shown).all();
        return next.isEmpty() ? all : all + "\n\n" + next;
    }
}
