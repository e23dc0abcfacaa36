package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Goes the way to a peer step by step.
@Command(
        name = "test",
        description =
                "Tests the way to a peer step by step, and says at which step a help desk has to"
                        + " mend what.")
final class PeerTestVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "PEER",
            description = "its state, such as vn, or the start of its node id")
    private String peer = "";

    PeerTestVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode tested =
                new NodeClient(root).post("/peers/" + NodeClient.segment(peer) + "/test", Map.of());
        var words = new StringBuilder(PeerWords.withAddress(tested));
        tested.path("held")
                .valueStream()
                .forEach(step -> words.append("\n  ok      ").append(step.stringValue("")));
        boolean all = tested.path("allHeld").booleanValue(false);
        if (all) {
            words.append("\nAll steps held.");
        } else {
            JsonNode failed = tested.path("failed");
            words.append("\n  FAILED  ")
                    .append(failed.path("sentence").stringValue(""))
                    .append("\n          ")
                    .append(failed.path("next").stringValue(""))
                    .append(" (")
                    .append(failed.path("code").stringValue(""))
                    .append(")\nNext: ")
                    .append(next(Said.text(failed, "step")));
        }
        screen.show(words.toString(), () -> PeerWords.untilAccepted(tested));
        return all ? 0 : ExitCode.FAILED.number();
    }

    /// After the telephone call: to accept where that is our part, else to test again.
    private String next(String step) {
        return step.equals("WE_ACCEPT")
                ? PeerAcceptVerb.command(root, peer)
                : root.command("peer", "test", peer);
    }
}
