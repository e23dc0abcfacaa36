package org.counterpart.app.command;

import org.counterpart.ledger.Frontier;
import org.counterpart.ledger.Hash;
import org.counterpart.ledger.LogSigner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Copies of an exported ledger, tampered with as somebody would who wants to hide something.
final class DemoLedgers {
    private final Path export;
    private final List<String> lines;

    DemoLedgers(Path export) {
        this.export = export;
        try {
            this.lines = Files.readAllLines(export, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One word of one act is another.
    Path edited() {
        var copy = new ArrayList<>(lines);
        int at = leaf(copy.size() / 2);
        copy.set(at, copy.get(at).replaceFirst("\"kind\":\"[a-z]", "\"kind\":\"z"));
        return written("edited", copy);
    }

    /// One leaf is gone.
    Path shortened() {
        var copy = new ArrayList<>(lines);
        copy.remove(leaf(copy.size() / 2));
        return written("shortened", copy);
    }

    /// All checkpoints are signed anew, under a key of the forger, over the same tree.
    Path signedAnew() {
        String log = lines.getFirst().split(" ", -1)[2];
        LogSigner forger = LogSigner.of(log, new byte[Hash.BYTES]);
        var copy = new ArrayList<String>();
        Frontier tree = Frontier.EMPTY;
        for (String line : lines) {
            if (line.startsWith("held ") || line.startsWith("erased ")) {
                tree = tree.append(Hash.of(HexFormat.of().parseHex(line.split(" ", -1)[2])));
            }
            copy.add(line.startsWith("checkpoint ") ? checkpoint(forger, tree) : line);
        }
        return written("signed-anew", copy);
    }

    private static String checkpoint(LogSigner forger, Frontier tree) {
        byte[] note = forger.sign(tree, 0, Instant.EPOCH).note();
        return "checkpoint " + Base64.getEncoder().encodeToString(note);
    }

    /// The next leaf after this line whose act is held.
    private int leaf(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith("held ")) {
                return i;
            }
        }
        throw new DemoFailed("The ledger " + export + " has too few leaves.", "Please report it");
    }

    private Path written(String how, List<String> copy) {
        Path file = export.resolveSibling(export.getFileName() + "." + how);
        var bytes = new ByteArrayOutputStream();
        copy.forEach(line -> bytes.writeBytes((line + "\n").getBytes(StandardCharsets.US_ASCII)));
        new LedgerFile(file).write(bytes::writeTo);
        return file;
    }
}
