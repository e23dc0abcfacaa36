package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Brings a desk of a further node into a dossier.
@Command(
        name = "add",
        description =
                "Brings a desk into a dossier; it is given what the codes allow and nothing else.")
final class MembersAddVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "its id, or the first digits of an entry in it")
    private String dossier = "";

    @Parameters(index = "1", paramLabel = "DESK", description = "such as ng/customs-wildlife")
    private String desk = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; the desks that take part read it")
    private String reason = "";

    MembersAddVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode added =
                new NodeClient(root)
                        .post(
                                "/exchange/members/add",
                                Map.of("dossier", dossier, "desk", desk, "reason", reason));
        var words = new StringBuilder(desk + " takes part. " + SentWords.toldTo(added));
        added.path("given")
                .valueStream()
                .forEach(entry -> words.append("\n  given     ").append(SentWords.start(entry)));
        added.path("withheld")
                .propertyStream()
                .forEach(
                        entry ->
                                words.append("\n  withheld  ")
                                        .append(entry.getKey(), 0, 12)
                                        .append("  ")
                                        .append(grounds(entry.getValue())));
        if (!added.path("withheld").isEmpty()) {
            words.append("\nFor what is withheld that desk asks the originator: permission ask");
        }
        words.append("\nNext: ").append(root.command("members", "list", dossier));
        screen.show(words.toString(), () -> added);
        return 0;
    }

    static String grounds(JsonNode codes) {
        return String.join(", ", Said.texts(codes).stream().map(Said::ground).toList());
    }
}
