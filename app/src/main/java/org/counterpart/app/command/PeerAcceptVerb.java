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

    /// The command that accepts a peer, as it can be copied; the digits are for the operator to hear.
    static String command(Root root, String peer) {
        return root.command("peer", "accept", peer, "--fingerprint") + " \"DIGITS\"";
    }

    @Override
    public Integer call() {
        var client = new NodeClient(root);
        look(digits(Said.text(client.get("/peers"), "fingerprint")));
        JsonNode accepted =
                client.post(
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

    /// A slip of the hand, told before the node takes it for the fingerprint of another card and notes it in the ledger.
    ///
    /// @param ours as many digits as every fingerprint has
    private void look(String ours) {
        String typed = digits(fingerprint);
        if (typed.length() != ours.length()) {
            throw new Misused(
                    "--fingerprint has "
                            + typed.length()
                            + (typed.length() == 1 ? " digit; " : " digits; ")
                            + ours.length()
                            + " are needed.",
                    "Type the six groups of five digits that the other operator reads aloud.");
        }
        if (typed.equals(ours)) {
            throw new Misused(
                    "--fingerprint is that of this node, and not that of the other.",
                    "Ask the other operator to read aloud the fingerprint that peer card shows"
                            + " there.");
        }
    }

    /// People write the groups apart, each in their way.
    private static String digits(String fingerprint) {
        return fingerprint.replaceAll("[^0-9]", "");
    }
}
