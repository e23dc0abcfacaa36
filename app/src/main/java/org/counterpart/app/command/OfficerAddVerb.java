package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Adds an officer.
@Command(
        name = "add",
        description = "Adds an officer and writes the token file.",
        footer = {
            "",
            "Roles at a desk: duty-officer, supervisor, prosecutor, central-authority, analyst.",
            "Roles of the node: operator, oversight."
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

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "see below")
    private String role = "";

    @Option(names = "--desk", paramLabel = "DESK", description = "for a role at a desk")
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
        body.put("role", role);
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
                        + "\nNext: ./counterpart --officer "
                        + name
                        + (desk == null ? " officer list" : " inbox"),
                () -> added.path("officer"));
        return 0;
    }
}
