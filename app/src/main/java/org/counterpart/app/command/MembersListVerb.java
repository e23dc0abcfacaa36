package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Shows the member nodes of a dossier.
@Command(name = "list", description = "Shows which nodes take part in a dossier.")
final class MembersListVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "its id, or the first digits of an entry in it")
    private String dossier = "";

    MembersListVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode members =
                new NodeClient(root)
                        .get("/exchange/dossiers/" + NodeClient.segment(dossier))
                        .path("members");
        screen.show(
                members.valueStream().map(MembersListVerb::line).collect(Collectors.joining("\n")),
                () -> members);
        return 0;
    }

    private static String line(JsonNode member) {
        return member.path("state").stringValue("")
                + "  "
                + member.path("node").stringValue("")
                + (member.path("steward").booleanValue(false) ? "  steward" : "");
    }
}
