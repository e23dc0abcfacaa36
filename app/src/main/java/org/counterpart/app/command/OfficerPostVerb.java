package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Gives an officer another post.
@Command(name = "post", description = "Gives an officer another role or desk; the token stays.")
final class OfficerPostVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(index = "0", paramLabel = "NAME", description = "whose post it is")
    private String name = "";

    @Mixin private RoleOption role = new RoleOption();

    @Option(
            names = "--desk",
            paramLabel = "DESK",
            description = "the desk, for all roles but operator and oversight")
    private @Nullable String desk;

    OfficerPostVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("role", role.code());
        if (desk != null) {
            body.put("desk", desk);
        }
        JsonNode officer =
                new NodeClient(root).post("/officers/" + NodeClient.segment(name) + "/role", body);
        screen.show(
                name
                        + " is "
                        + role.code()
                        + (desk == null ? "" : " at " + desk)
                        + " now; the token stays."
                        + "\nNext: "
                        + root.command("officer", "list"),
                () -> officer);
        return 0;
    }
}
