package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// Keeps the README true: its code is in this file, its example is the export of this log.
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void compilesTheCodeOfTheReadme() throws IOException {
        String here =
                Files.readString(Path.of("src/test/java/org/counterpart/ledger/ReadmeTest.java"));
        List<String> blocks =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(README))
                        .results()
                        .map(block -> block.group(1))
                        .toList();
        assertThat(blocks).hasSize(2);
        for (String block : blocks) {
            assertThat(here.replaceAll("(?m)^ +", "")).contains(block.replaceAll("(?m)^ +", ""));
        }
    }

    @Test
    void doesWhatTheReadmeSays() throws IOException {
        byte[] seed = LeafTest.bytes(32, 1);
        Instant now = ActTest.NOON;
        var file = new ByteArrayOutputStream();

        // The node: an act, a number, a checkpoint, an export.
        var signer = LogSigner.of("counterpart/node/6f2a", seed);
        var reader = new Act.Actor.Desk(new Code("k5dq"), new Code("investigator"));
        Act act = Act.of(new Code("read"), now, reader).about(new Code("e1"));
        var committed = new Leaf.Unnumbered(Salt.drawnFrom(new SecureRandom()), act);

        Sequencing log = Sequencing.after(Frontier.EMPTY, List.of(committed));
        SignedCheckpoint head = signer.sign(log.frontier(), 0, now);

        var export = new LedgerExport(file, signer.key());
        for (Leaf leaf : log.leaves()) {
            export.leaf(leaf);
        }
        export.checkpoint(head.note());
        export.end();

        InputStream received = new ByteArrayInputStream(file.toByteArray());
        String onTheCard = signer.key().toString();

        // The auditor: a file, and a key from a source of their own.
        LogKey trusted = LogKey.parse(onTheCard).orElseThrow();
        String found =
                switch (new LedgerVerifier(trusted).verify(received)) {
                    case Verification.Intact intact ->
                            intact.leaves() + " leaves, not proven: " + intact.limits();
                    case Verification.Broken broken -> broken.code() + " at " + broken.place();
                };

        assertThat(found).isEqualTo("1 leaves, not proven: [LEDGER_TAIL_UNPROVEN]");
    }

    @Test
    void verifiesTheExampleOfTheReadme() throws IOException {
        LogKey key = LogKey.parse(block("```key\n").strip()).orElseThrow();
        byte[] export = block("```export\n").getBytes(UTF_8);
        assertThat(new String(export, UTF_8)).isEqualTo(example());
        assertThat(new LedgerVerifier(key).verify(new ByteArrayInputStream(export)))
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> {
                            assertThat(intact.leaves()).isEqualTo(3);
                            assertThat(intact.erased()).isEqualTo(1);
                            assertThat(intact.contents()).isEqualTo(1);
                        });
    }

    private static String example() throws IOException {
        Salt contentSalt = Salt.of(LeafTest.bytes(32, 0xCC));
        byte[] content = "seizure".getBytes(UTF_8);
        Act read = Act.of(new Code("read"), ActTest.NOON, ActTest.DESK).about(new Code("e1"));
        Act made =
                Act.of(new Code("entry-made"), ActTest.NOON, new Act.Actor.Node(new Code("6f2a")))
                        .covering(contentSalt.hash(content));
        Sequencing log =
                Sequencing.after(
                        Frontier.EMPTY,
                        List.of(
                                new Leaf.Unnumbered(Salt.of(LeafTest.bytes(32, 0x0A)), read),
                                new Leaf.Unnumbered(Salt.of(LeafTest.bytes(32, 0x0B)), made),
                                new Leaf.Unnumbered(Salt.of(LeafTest.bytes(32, 0x0C)), read)));
        var out = new ByteArrayOutputStream();
        var export = new LedgerExport(out, SampleLog.KEY);
        export.leaf(log.leaves().get(0));
        export.leaf(log.leaves().get(1));
        export.content(contentSalt, content);
        export.leaf(new Leaf.Erased(2, log.leaves().get(2).hash()));
        export.checkpoint(SampleLog.SIGNER.sign(log.frontier(), 0, ActTest.NOON).note());
        export.end();
        return out.toString(UTF_8);
    }

    private static String block(String fence) throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(fence) + fence.length();
        return readme.substring(from, readme.indexOf("```\n", from));
    }
}
