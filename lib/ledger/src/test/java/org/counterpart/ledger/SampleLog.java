package org.counterpart.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The log of one node in the tests: leaves, the frontier at every size, and exports of it.
///
/// Leaf 3 of every ten was erased, leaf 5 of every ten has content, every tenth leaf is followed by
/// a checkpoint.
final class SampleLog {
    static final String NAME = "counterpart/node/6f2a";
    static final LogSigner SIGNER = signer(NAME, 1);
    static final LogKey KEY = SIGNER.key();
    static final int EVERY = 10;

    private final Random random;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Salt> salts = new ArrayList<>();
    private final List<Frontier> frontiers = new ArrayList<>(List.of(Frontier.EMPTY));

    SampleLog(int size, long seed) {
        random = new Random(seed);
        for (int number = 0; number < size; number++) {
            append(number);
        }
    }

    /// The first leaves of this log, then others: what a node with two histories shows.
    SampleLog forkedAt(int size) {
        var fork = new SampleLog(0, 77);
        fork.leaves.addAll(leaves.subList(0, size));
        fork.salts.addAll(salts.subList(0, size));
        fork.frontiers.addAll(frontiers.subList(1, size + 1));
        for (int number = size; number < leaves.size(); number++) {
            fork.append(number);
        }
        return fork;
    }

    static LogSigner signer(String name, int seed) {
        return LogSigner.of(name, LeafTest.bytes(32, seed));
    }

    static String content(long number) {
        return "content of leaf " + number;
    }

    Leaf.Held held(int number) {
        return (Leaf.Held) leaves.get(number);
    }

    Frontier frontier(int size) {
        return frontiers.get(size);
    }

    SignedCheckpoint head(int size) {
        return head(SIGNER, size, 0);
    }

    SignedCheckpoint head(LogSigner signer, int size, long epoch) {
        return signer.sign(frontier(size), epoch, at(size));
    }

    static Instant at(long size) {
        return ActTest.NOON.plusSeconds(size);
    }

    /// The export as lines without newlines: line 0 is the header.
    List<String> lines() {
        return lines(SIGNER, leaves.size(), leaves.size());
    }

    /// An export up to a size, with checkpoints of epoch 1 after `restored`.
    List<String> lines(LogSigner signer, int size, int restored) {
        var bytes = new ByteArrayOutputStream();
        try {
            var export = new LedgerExport(bytes, KEY);
            for (int number = 0; number < size; number++) {
                write(export, number);
                int now = number + 1;
                if (now % EVERY == 0 || now == size) {
                    export.checkpoint(head(signer, now, now > restored ? 1 : 0).note());
                }
            }
            export.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(bytes.toString(UTF_8).lines().toList());
    }

    static Verification verify(List<String> lines) {
        return verify(String.join("\n", lines) + "\n");
    }

    static Verification verify(String export) {
        return verify(export.getBytes(UTF_8));
    }

    static Verification verify(byte[] export) {
        try {
            return new LedgerVerifier(KEY).verify(new ByteArrayInputStream(export));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Verification verify(List<String> lines, SignedCheckpoint head) {
        byte[] export = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        try {
            return new LedgerVerifier(KEY).verify(new ByteArrayInputStream(export), head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(int number) {
        Salt salt = Salt.drawnFrom(random);
        Act act = Act.of(new Code("read"), at(number), ActTest.DESK).about(new Code("e" + number));
        if (number % 10 == 5) {
            act = act.covering(salt.hash(content(number).getBytes(UTF_8)));
        }
        Leaf leaf = new Leaf.Unnumbered(Salt.drawnFrom(random), act).numbered(number);
        frontiers.add(frontiers.getLast().append(leaf.hash()));
        leaves.add(number % 10 == 3 ? new Leaf.Erased(number, leaf.hash()) : leaf);
        salts.add(salt);
    }

    private void write(LedgerExport export, int number) throws IOException {
        export.leaf(leaves.get(number));
        if (number % 10 == 5) {
            export.content(salts.get(number), content(number).getBytes(UTF_8));
        }
    }
}
