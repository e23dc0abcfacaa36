package org.counterpart.app.command;

import org.counterpart.dossier.Use;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Asks an originator.
@Command(
        name = "ask",
        description = "Asks the originator of entries for a use that their codes forbid.")
final class PermissionAskVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "DOSSIER",
            description = "its id, or the first digits of an entry in it")
    private String dossier = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ENTRY",
            description = "the entries, or their first digits")
    private List<String> entries = new ArrayList<>();

    @Option(
            names = "--of",
            required = true,
            paramLabel = "DESK",
            description = "the originator's desk")
    private String of = "";

    @Option(
            names = "--use",
            required = true,
            paramLabel = "USE",
            description = "read, forward, court or export")
    private String use = "";

    @Option(
            names = "--for",
            paramLabel = "DESK",
            description = "to whom you want to forward it, may be repeated")
    private List<String> to = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "what for")
    private String reason = "";

    PermissionAskVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    /// The command that asks a desk for the use of an entry, as it can be copied; why is for the officer to say.
    static String command(Root root, String entry, String desk, String use) {
        return root.command(
                "permission", "ask", entry, entry, "--of", desk, "--use", use, "--reason", "TEXT");
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dossier", dossier);
        body.put("entries", entries);
        body.put("of", of);
        body.put("use", Typed.code("--use", Use.class, use).name());
        if (!to.isEmpty()) {
            body.put("for", to);
        }
        body.put("reason", reason);
        JsonNode sent = new NodeClient(root).post("/exchange/permission/ask", body);
        screen.show(SentWords.of(root, "The originator is asked.", sent), () -> sent);
        return 0;
    }
}
