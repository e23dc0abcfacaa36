package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.ledger.SampleLog.KEY;
import static org.counterpart.ledger.SampleLog.NAME;
import static org.counterpart.ledger.SampleLog.SIGNER;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.ledger.SignedCheckpoint.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class CheckpointTest {
    private static final Frontier LOG = FrontierTest.grown(MerkleVectors.LEAVES);
    private static final String TEXT =
            """
            counterpart/node/6f2a/3
            8
            XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=
            time 1795521600000
            """;

    @Test
    void isWrittenAsFourLinesOfText() {
        SignedCheckpoint signed = SIGNER.sign(LOG, 3, ActTest.NOON.plusNanos(5));
        assertThat(new String(signed.note(), UTF_8))
                .startsWith(TEXT + "\n— counterpart/node/6f2a ");
        assertThat(signed.checkpoint())
                .isEqualTo(new Checkpoint(NAME, 3, 8, MerkleVectors.ROOT_8, ActTest.NOON));
    }

    @Test
    void opensWithTheKeyThatSignedIt() {
        SignedCheckpoint signed = SIGNER.sign(LOG, 3, ActTest.NOON);
        SignedCheckpoint opened = opened(signed.note());
        assertThat(opened.checkpoint()).isEqualTo(signed.checkpoint());
        assertThat(opened.note()).isEqualTo(signed.note());
        assertThat(opened.key()).isEqualTo(KEY);
    }

    @Test
    void keepsTheSignaturesOfWitnesses() {
        String note = new String(SIGNER.sign(LOG, 0, ActTest.NOON).note(), UTF_8);
        String witnessed = note + "— witness.example/w1 " + "A".repeat(104) + "\n";
        assertThat(new String(opened(witnessed.getBytes(UTF_8)).note(), UTF_8))
                .isEqualTo(witnessed);
    }

    @Test
    void isRefusedWithTheReason() {
        LogSigner stranger = SampleLog.signer(NAME, 99);
        LogSigner renamed = SampleLog.signer("counterpart/node/7777", 1);
        assertThat(refusal("garbage")).isEqualTo(LedgerRefusal.LEDGER_NOTE_MALFORMED);
        assertThat(refusal(stranger, TEXT)).isEqualTo(LedgerRefusal.LEDGER_KEY_UNKNOWN);
        assertThat(refusal(renamed, TEXT)).isEqualTo(LedgerRefusal.LEDGER_KEY_UNKNOWN);
        assertThat(refusal(note(SIGNER, TEXT).replace("\n8\n", "\n9\n")))
                .isEqualTo(LedgerRefusal.LEDGER_SIGNATURE_WRONG);
        assertThat(refusal(SIGNER, "hello\n")).isEqualTo(LedgerRefusal.LEDGER_CHECKPOINT_MALFORMED);
        assertThat(refusal(SIGNER, TEXT.replace("6f2a", "7777")))
                .isEqualTo(LedgerRefusal.LEDGER_CHECKPOINT_FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counterpart/node/6f2a/3|counterpart/node/6f2a/03",
                "counterpart/node/6f2a/3|counterpart/node/6f2a",
                "\n8\n|\n08\n",
                "\n8\n|\n-8\n",
                "\n8\n|\n+8\n",
                "\n8\n|\n99999999999999999999\n",
                "/RgQyg=|/RgQyh=",
                "RgQyg=|RgQyg",
                "time |epoch ",
                "time |time  ",
                "time |time 0",
                "\ntime 1795521600000|",
                "0000\n|0000\nmore\n"
            })
    void isMalformedWhenTheTextIsNotExactlyOurs(String change) {
        String[] fromTo = change.split("\\|", -1);
        assertThat(TEXT).contains(fromTo[0]);
        assertThat(refusal(SIGNER, TEXT.replace(fromTo[0], fromTo[1])))
                .isEqualTo(LedgerRefusal.LEDGER_CHECKPOINT_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 9, 1, true",
        "1, 8, 1, true",
        "1, 9, 0, true",
        "2, 8, 1, true",
        "1, 8, 0, false",
        "1, 7, 1, false",
        "0, 9, 1, false",
        "1, 9, -1, false",
        "2, 8, 0, false"
    })
    void followsOnlyWhatItDoesNotShrink(long epoch, long size, long seconds, boolean follows) {
        var before = new Checkpoint(NAME, 1, 8, MerkleVectors.ROOT_8, ActTest.NOON);
        Instant at = ActTest.NOON.plusSeconds(seconds);
        assertThat(new Checkpoint(NAME, epoch, size, MerkleVectors.ROOT_8, at).follows(before))
                .isEqualTo(follows);
    }

    @Test
    void isNotSignedOutsideOfWhatItsTextHolds() {
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> SIGNER.sign(LOG, -1, ActTest.NOON));
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> SIGNER.sign(LOG, 0, Instant.ofEpochMilli(-1)));
    }

    private static SignedCheckpoint opened(byte[] note) {
        return ((Opening.Opened) KEY.open(note)).checkpoint();
    }

    private static LedgerRefusal refusal(LogSigner signer, String text) {
        return refusal(note(signer, text));
    }

    private static LedgerRefusal refusal(String note) {
        return ((Opening.Refused) KEY.open(note.getBytes(UTF_8))).reason();
    }

    private static String note(LogSigner signer, String text) {
        return new String(signer.note(text).bytes(), UTF_8);
    }
}
