package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

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
                        .get("/exchange/members/" + NodeClient.segment(dossier))
                        .path("members");
        screen.show(table(members).toString(), () -> members);
        return 0;
    }

    private static Columns table(JsonNode members) {
        var table = new Columns();
        members.forEach(
                member ->
                        table.row(
                                Said.text(member, "state"),
                                Said.text(member, "node"),
                                part(member),
                                Said.list(member.path("desks"))));
        return table;
    }

    /// A node that was named by an addition that does not count is on no list elsewhere; the opener puts it out.
    private static String part(JsonNode member) {
        if (!member.path("member").booleanValue(true)) {
            return "named, not a member";
        }
        return member.path("steward").booleanValue(false) ? "steward" : "";
    }
}
