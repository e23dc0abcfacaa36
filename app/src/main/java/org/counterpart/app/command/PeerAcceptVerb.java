package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Accepts a peering after the telephone call.
@Command(
        name = "accept",
        description = "Accepts a peering, with the fingerprint that the other operator read aloud.")
final class PeerAcceptVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "PEER",
            description = "its state, such as vn, or the start of its node id")
    private String peer = "";

    @Option(
            names = "--fingerprint",
            paramLabel = "DIGITS",
            required = true,
            description = "six groups of five digits, as you heard them")
    private String fingerprint = "";

    PeerAcceptVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode accepted =
                new NodeClient(root)
                        .post(
                                "/peers/" + NodeClient.segment(peer) + "/acceptance",
                                Map.of("fingerprint", fingerprint));
        String next =
                accepted.path("inForce").booleanValue(false)
                        ? "\nThe peering is in force."
                        : "\nIt is in force once the other operator accepts too. See: "
                                + root.command("peer", "test", peer);
        screen.show(PeerWords.of(accepted) + next, () -> accepted);
        return 0;
    }
}
