package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/// Shows this node's own card, which the other operator needs.
@Command(
        name = "card",
        description = "Shows this node's card and its fingerprint.",
        footer = {
            "",
            "Send the card by any way; read the fingerprint aloud on the telephone, to a number"
                    + " that you know."
        })
final class PeerCardVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Option(names = "--out", paramLabel = "FILE", description = "write the card to this file")
    private @Nullable Path file;

    PeerCardVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode peers = new NodeClient(root).get("/peers");
        JsonNode card = peers.path("card");
        String fingerprint = peers.path("fingerprint").stringValue("");
        Path target = file;
        if (target == null) {
            screen.show(card + "\nfingerprint  " + fingerprint, () -> shown(peers));
            return 0;
        }
        new LedgerFile(target)
                .write(out -> out.write(card.toString().getBytes(StandardCharsets.UTF_8)));
        screen.show(
                "The card is in " + target + ".\nfingerprint  " + fingerprint, () -> shown(peers));
        return 0;
    }

    private static Map<String, Object> shown(JsonNode peers) {
        return Map.of("card", peers.path("card"), "fingerprint", peers.path("fingerprint"));
    }
}
