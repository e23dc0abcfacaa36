package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Ends a peering from this side.
@Command(
        name = "withdraw",
        description = "Withdraws: nothing is exchanged with that node from now on, and it is told.")
final class PeerWithdrawVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "PEER",
            description = "its state, such as vn, or the start of its node id")
    private String peer = "";

    PeerWithdrawVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode withdrawn =
                new NodeClient(root)
                        .post("/peers/" + NodeClient.segment(peer) + "/withdrawal", Map.of());
        screen.show(
                PeerWords.of(withdrawn) + "\nWhat was exchanged before stays with both.",
                () -> withdrawn);
        return 0;
    }
}
