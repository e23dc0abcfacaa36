package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Lists the desks that can be asked.
@Command(name = "list", description = "Lists the desks that can be asked, our own among them.")
final class DeskListVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Option(names = "--state", paramLabel = "XX", description = "only those of this state")
    private @Nullable String state;

    DeskListVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<JsonNode> desks = all();
        var words = new Columns();
        for (JsonNode desk : desks) {
            words.row(
                    Said.text(desk, "handle"),
                    desk.path("own").booleanValue(false) ? "ours" : "",
                    Said.text(desk, "kind"),
                    String.join(" ", Said.texts(desk.path("languages"))),
                    Said.text(desk, "name") + ", " + Said.text(desk, "authority"));
        }
        screen.show(
                desks.isEmpty()
                        ? "No desk is known here yet. Desks come from peers: "
                                + root.command("peer", "list")
                        : words.toString(),
                () -> desks);
        return 0;
    }

    private List<JsonNode> all() {
        var client = new NodeClient(root);
        var desks = new ArrayList<JsonNode>();
        String of = state == null ? "" : "&state=" + NodeClient.segment(state);
        JsonNode page = client.get("/desks?after=0" + of);
        page.path("desks").forEach(desks::add);
        while (page.path("more").booleanValue(false)) {
            page = client.get("/desks?after=" + page.path("last").longValue(0) + of);
            page.path("desks").forEach(desks::add);
        }
        return desks;
    }
}
