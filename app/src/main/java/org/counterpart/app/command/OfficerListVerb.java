package org.counterpart.app.command;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Lists the officers.
@Command(name = "list", description = "Lists the officers of this node.")
final class OfficerListVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    OfficerListVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<JsonNode> officers = all();
        var words = new Columns();
        for (JsonNode one : officers) {
            JsonNode officer = one.path("officer");
            words.row(
                    Said.text(officer, "name"),
                    Said.text(officer, "role"),
                    one.has("revokedAt") ? "revoked" : "",
                    Said.text(officer, "label"));
        }
        screen.show(words.toString(), () -> officers);
        return 0;
    }

    private List<JsonNode> all() {
        var client = new NodeClient(root);
        var officers = new ArrayList<JsonNode>();
        JsonNode page = client.get("/officers?after=0");
        page.path("officers").forEach(officers::add);
        while (page.path("more").booleanValue(false)) {
            page = client.get("/officers?after=" + officers.getLast().path("number").longValue(0));
            page.path("officers").forEach(officers::add);
        }
        return officers;
    }
}
