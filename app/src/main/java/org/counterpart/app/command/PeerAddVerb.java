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
                            + " card")
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
        JsonNode peer = new NodeClient(root).post("/peers", body);
        String fingerprint = peer.path("fingerprint").stringValue("");
        screen.show(
                PeerWords.of(peer)
                        + "\n"
                        + "Telephone its operator and let the fingerprint be read to you. It must"
                        + " be\n"
                        + "  "
                        + fingerprint
                        + "\nThen: ./counterpart peer accept "
                        + peer.path("state").stringValue("")
                        + " --fingerprint \"AS YOU HEARD IT\"",
                () -> peer);
        return 0;
    }

    private JsonNode card() {
        try {
            String text = new String(new LedgerFile(card).read("card"), StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            throw new Misused(
                    "The file " + card + " is no card.", "Give what peer card --out wrote");
        }
    }
}
