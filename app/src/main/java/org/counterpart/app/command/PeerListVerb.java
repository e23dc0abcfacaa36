package org.counterpart.app.command;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Lists the peers and where each peering stands.
@Command(
        name = "list",
        description = "Lists the nodes whose cards are held, and where each peering stands.")
final class PeerListVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    PeerListVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode peers = new NodeClient(root).get("/peers").path("peers");
        screen.show(
                peers.isEmpty()
                        ? "No card of another node is held. Add one: "
                                + root.command("peer", "add", "CARD")
                        : peers.valueStream()
                                .map(PeerWords::withAddress)
                                .collect(Collectors.joining("\n")),
                () -> peers.valueStream().map(PeerWords::untilAccepted).toList());
        return 0;
    }
}
