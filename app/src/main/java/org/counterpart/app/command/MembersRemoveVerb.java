package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/// Puts a node out of a dossier.
@Command(
        name = "remove",
        description = "Puts a node out of a dossier; it is told so, and nothing after.")
final class MembersRemoveVerb implements Callable<Integer> {
    private static final Set<String> UNKNOWN =
            Set.of("EXCHANGE_NOT_A_MEMBER", "EXCHANGE_ALREADY_OUT", "EXCHANGE_NODE_UNKNOWN");

    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "its id, or the first digits of an entry in it")
    private String dossier = "";

    @Parameters(
            index = "1",
            paramLabel = "NODE",
            description =
                    "the node as members list shows it: its id, the first digits of it, or its"
                            + " state")
    private String node = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; the desks that take part read it")
    private String reason = "";

    MembersRemoveVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode removed = removed();
        screen.show(
                "Put out. It learns that, and is given nothing more, not the reason either; what it"
                        + " holds it keeps. "
                        + SentWords.toldTo(removed)
                        + "\nNext: "
                        + root.command("members", "list", dossier),
                () -> removed);
        return 0;
    }

    /// Who is no member is told with the command that lists those who are.
    private JsonNode removed() {
        try {
            return new NodeClient(root)
                    .post(
                            "/exchange/members/remove",
                            Map.of("dossier", dossier, "node", node, "reason", reason));
        } catch (Refused refused) {
            throw UNKNOWN.contains(refused.code())
                    ? refused.withCommand(root.command("members", "list", dossier))
                    : refused;
        }
    }
}
