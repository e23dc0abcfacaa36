package org.counterpart.app.command;

import org.counterpart.app.exchange.PermissionGround;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;

/// Refuses what was asked for.
@Command(name = "refuse", description = "Refuses what was asked for, on a coded ground.")
final class PermissionRefuseVerb implements Callable<Integer> {
    /// What the help lists.
    static final class Grounds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PermissionGround.codes().iterator();
        }
    }

    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "REQUEST",
            description = "the entry that asks, or its first digits")
    private String request = "";

    @Option(
            names = "--ground",
            required = true,
            paramLabel = "GROUND",
            completionCandidates = Grounds.class,
            description = "why: ${COMPLETION-CANDIDATES}")
    private String ground = "";

    PermissionRefuseVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode sent =
                new NodeClient(root)
                        .post(
                                "/exchange/permission/refuse",
                                Map.of(
                                        "request",
                                        request,
                                        "ground",
                                        Typed.word("--ground", PermissionGround.codes(), ground)));
        screen.show(SentWords.of(root, "Refused.", sent), () -> sent);
        return 0;
    }
}
