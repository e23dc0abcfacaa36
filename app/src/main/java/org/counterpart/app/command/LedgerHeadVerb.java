package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Takes the head of a node's ledger.
@Command(
        name = "head",
        description = "Takes the head of the ledger: so many leaves, this root, signed now.",
        footer = {
            "",
            "Whoever keeps it can later see whether leaves were cut off: ./counterpart ledger"
                    + " verify --head FILE"
        })
final class LedgerHeadVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Option(names = "--out", paramLabel = "FILE", description = "keep the signed head in this file")
    private @Nullable Path file;

    LedgerHeadVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JsonNode head = new NodeClient(root).get("/ledger/head");
        String note = head.path("note").stringValue("");
        Path target = file;
        if (target != null) {
            new LedgerFile(target).write(out -> out.write(note.getBytes(StandardCharsets.UTF_8)));
        }
        screen.show(
                target == null ? note.stripTrailing() : "The head is in " + target + ".",
                () -> head);
        return 0;
    }
}
