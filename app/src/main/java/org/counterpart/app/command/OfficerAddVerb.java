package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Adds an officer.
@Command(
        name = "add",
        description = "Adds an officer and writes the token file.",
        footer = {
            "",
            "Operator and oversight are roles of the whole node; all others are at a desk."
        })
final class OfficerAddVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "a short name for the command line, such as duty")
    private String name = "";

    @Option(
            names = "--label",
            required = true,
            paramLabel = "TEXT",
            description = "the role in words, such as \"Duty officer, Lagos port customs\"")
    private String label = "";

    @Mixin private RoleOption role = new RoleOption();

    @Option(
            names = "--desk",
            paramLabel = "DESK",
            description = "the desk, for all roles but operator and oversight")
    private @Nullable String desk;

    OfficerAddVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("label", label);
        body.put("role", role.code());
        if (desk != null) {
            body.put("desk", desk);
        }
        JsonNode added = new NodeClient(root).post("/officers", body);
        screen.show(
                "Added "
                        + name
                        + ". The token is in "
                        + added.path("file").stringValue("")
                        + "; hand it over and delete the file where the officer works elsewhere."
                        + "\nNext: "
                        + (desk == null
                                ? root.commandOf(name, "officer", "list")
                                : root.commandOf(name, "inbox")),
                () -> forAProgram(added));
        return 0;
    }

    /// The officer, and where the token is; never the token itself, for what programs read is kept in logs.
    private static ObjectNode forAProgram(JsonNode added) {
        ObjectNode told = JsonMapper.shared().createObjectNode();
        added.path("officer")
                .propertyStream()
                .forEach(field -> told.set(field.getKey(), field.getValue()));
        return told.put("tokenFile", Said.text(added, "file"));
    }
}
