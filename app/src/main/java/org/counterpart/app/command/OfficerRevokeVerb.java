package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Revokes an officer.
@Command(
        name = "revoke",
        description = "Revokes an officer: the token opens nothing from the next request on.")
final class OfficerRevokeVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(index = "0", paramLabel = "NAME", description = "who it is")
    private String name = "";

    OfficerRevokeVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode revoked =
                new NodeClient(root)
                        .post("/officers/" + NodeClient.segment(name) + "/revocation", Map.of());
        screen.show(
                name
                        + " is revoked; the token opens nothing from now on."
                        + "\nNext: "
                        + root.command("officer", "list"),
                () -> revoked);
        return 0;
    }
}
