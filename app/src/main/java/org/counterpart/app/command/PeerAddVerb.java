package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Keeps the card of another node.
///
/// Its fingerprint is not shown: what stands on this screen could be typed without a telephone call, and then the card
/// of somebody in between would be accepted. Ours is shown, to be read aloud.
@Command(name = "add", description = "Keeps the card of another node; nothing is exchanged yet.")
final class PeerAddVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(index = "0", paramLabel = "CARD", description = "the file with its card")
    private Path card = Path.of("");

    @Option(
            names = "--via",
            paramLabel = "URL",
            description =
                    "call it here, such as https://relay:9440, instead of at the address of its"
                            + " card; without it, an old --via ends")
    private @Nullable String via;

    PeerAddVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("card", card());
        if (via != null) {
            body.put("via", via);
        }
        var client = new NodeClient(root);
        JsonNode peer = client.post("/peers", body);
        String ours = Said.text(client.get("/peers"), "fingerprint");
        screen.show(
                PeerWords.withAddress(peer) + ended(peer) + next(peer, ours),
                () -> PeerWords.untilAccepted(peer).put("ourFingerprint", ours));
        return 0;
    }

    private static String ended(JsonNode peer) {
        return peer.has("viaEnded")
                ? "\nIt is no longer called at "
                        + Said.text(peer, "viaEnded")
                        + "; to call it there again, repeat the command with --via."
                : "";
    }

    /// The telephone call, unless the peering is in force already.
    private String next(JsonNode peer, String ours) {
        if (peer.path("inForce").booleanValue(false)) {
            return "\nThe peering stays in force. Next: "
                    + root.command("peer", "test", Said.text(peer, "state"));
        }
        return "\n"
                + "Telephone its operator, at a number that you know, and read out yours:\n"
                + "  "
                + ours
                + "\nLet theirs be read to you from their screen, and type what you hear:"
                + "\n  "
                + PeerAcceptVerb.command(root, Said.text(peer, "state"));
    }

    private JsonNode card() {
        try {
            String text = new String(new LedgerFile(card).read("card"), StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            throw LedgerKind.CARD.notThis(card);
        }
    }
}
