package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
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
            download.into(out);
            return 0;
        }
        new LedgerFile(target).write(download::into);
        screen.show(
                "The ledger is in "
                        + target
                        + ".\nVerify it: ./counterpart ledger verify "
                        + target
                        + " --card CARD",
                () -> Map.of("file", target.toString()));
        return 0;
    }
}
