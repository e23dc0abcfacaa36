package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The example of golang.org/x/mod/sumdb/note, the reference for signed notes, and a published
/// checkpoint of the Go checksum database.
class SignedNoteTest {
    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETER =
            "— PeterNeumann"
                + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH =
            "— EnochRoot"
                + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final LogKey PETERS_KEY =
            LogKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
                    .get();
    private static final LogKey ENOCHS_KEY =
            LogKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop").get();

    @Test
    void signsThePublishedExample() {
        byte[] seed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        var signer = LogSigner.of("PeterNeumann", Arrays.copyOfRange(seed, 1, seed.length));
        assertThat(signer.key()).isEqualTo(PETERS_KEY);
        assertThat(text(signer.note(TEXT))).isEqualTo(TEXT + "\n" + PETER);
    }

    @Test
    void keepsSignaturesOfKeysItDoesNotKnow() {
        String both = TEXT + "\n" + PETER + ENOCH;
        SignedNote note = parse(both).get();
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(text(note)).isEqualTo(both);
        assertThat(PETERS_KEY.refusal(note)).isEmpty();
        assertThat(ENOCHS_KEY.refusal(note)).isEmpty();
        assertThat(SampleLog.KEY.refusal(note)).contains(LedgerRefusal.LEDGER_KEY_UNKNOWN);
    }

    @Test
    void verifiesAPublishedCheckpointOfTheGoChecksumDatabase() {
        SignedNote note =
                parse(
                                """
                                go.sum database tree
                                63096908
                                8lHrQPRYe4KT4WQ9/Qk8/taKnD6IRHbFgfN7vQE2Y54=

                                — sum.golang.org Az3gri/oVBN1jAhNZ/iS+W31psFAWRT20/GyrhpU6taFwulQGetBkH5S7wpGXdS935jiIGiUUAXBVHzT/P6fYhqAmAk=
                                """)
                        .get();
        LogKey key =
                LogKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
                        .get();
        assertThat(key.refusal(note)).isEmpty();
    }

    @Test
    void findsAnyChangeOfTheText() {
        String changed = (TEXT + "\n" + PETER).replace("problem is.", "problem was.");
        assertThat(PETERS_KEY.refusal(parse(changed).get()))
                .contains(LedgerRefusal.LEDGER_SIGNATURE_WRONG);
    }

    @Test
    void letsTheTrustedKeySignOnlyOnce() {
        SignedNote twice = parse(TEXT + "\n" + PETER + PETER).get();
        assertThat(PETERS_KEY.refusal(twice)).contains(LedgerRefusal.LEDGER_SIGNATURE_WRONG);
    }

    @Test
    void takesASignatureOfAnyKindAndLength() {
        String witness = "— witness.example/w1 " + "A".repeat(6_000) + "\n";
        String note = TEXT + "\n" + PETER + witness.repeat(16);
        assertThat(text(parse(note).get())).isEqualTo(note);
    }

    @Test
    void letsTheTextHoldEmptyLinesAndDashes() {
        String note = "— a AAAAAAA=\n\n\ntext\n\n" + PETER;
        assertThat(parse(note).get().text()).isEqualTo("— a AAAAAAA=\n\n\ntext\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n— a AAAAAAA=\n",
                "text\n\n— a AAAAAAA=",
                "text\n\n— a AAAAAAA=\n\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n— AAAAAAA=\n",
                "text\n\n— a AAAAAAA\n",
                "text\n\n— a AAAAAAB=\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a b AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— a\u00a0b AAAAAAA=\n",
                "text\n\n— a AAAAAAA= \n",
                "text\n\n— a AAAAAAA=\r\n",
                "te\txt\n\n— a AAAAAAA=\n"
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @Test
    void isNotReadFromWrongUtf8OrFromTooMuch() {
        byte[] bytes = "text\n\n— a AAAAAAA=\n".getBytes(UTF_8);
        assertThat(SignedNote.parse(bytes)).isPresent();
        bytes[0] = (byte) 0xFF;
        assertThat(SignedNote.parse(bytes)).isEmpty();
        assertThat(parse("x".repeat(200_000) + "\n\n— a AAAAAAA=\n")).isEmpty();
    }

    private static Optional<SignedNote> parse(String note) {
        return SignedNote.parse(note.getBytes(UTF_8));
    }

    private static String text(SignedNote note) {
        return new String(note.bytes(), UTF_8);
    }
}
