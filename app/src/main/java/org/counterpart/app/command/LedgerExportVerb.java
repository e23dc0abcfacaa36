package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/// Takes the whole ledger of a node.
@Command(
        name = "export",
        description = "Takes the whole ledger, signed up to its last leaf.",
        footer = {"", "That it was taken is itself a leaf, the last or one of the last."})
final class LedgerExportVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;
    private final PrintStream out;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where to write it (default: the screen)")
    private @Nullable Path file;

    LedgerExportVerb(Root root, Screen screen, PrintStream out) {
        this.root = root;
        this.screen = screen;
        this.out = out;
    }

    @Override
    public Integer call() {
        var download = new LedgerDownload(root);
        Path target = file;
        if (target == null) {
            onTheScreen(download);
            return 0;
        }
        new LedgerFile(target).write(download::into);
        screen.show(
                "The ledger is in "
                        + target
                        + ".\nVerify it: "
                        + Copyable.of("ledger", "verify", target.toString(), "--card", "CARD"),
                () -> Map.of("file", target.toString()));
        return 0;
    }

    /// For a program it is fetched whole first, so that a refusal does not come in the middle of the one answer.
    private void onTheScreen(LedgerDownload download) {
        if (!screen.json()) {
            download.into(out);
            return;
        }
        try {
            Path fetched = Files.createTempFile("counterpart-", ".ledger");
            try {
                new LedgerFile(fetched).write(download::into);
                try (Reader text = Files.newBufferedReader(fetched, StandardCharsets.US_ASCII)) {
                    screen.showText("ledger", text);
                }
            } finally {
                Files.deleteIfExists(fetched);
            }
        } catch (IOException _) {
            throw new Failed(
                    "The ledger cannot be kept while it is fetched.", "Give a file: --out FILE");
        }
    }
}
