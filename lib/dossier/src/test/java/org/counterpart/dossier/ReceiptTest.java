package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.dossier.TestNode.CRYPTOGRAPHY;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class ReceiptTest {
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final byte[] key = vietnam.card().card().signingKeyBytes();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 100})
    void isSignedOnceForABatchAndProvenEachByItself(int count) {
        List<Receipt> receipts = signed(count);
        assertThat(receipts).hasSize(count);
        assertThat(receipts).extracting(Receipt::signature).containsOnly(signature(receipts));
        for (Receipt receipt : receipts) {
            assertThat(receipt.isSignedBy(key, CRYPTOGRAPHY)).isTrue();
            assertThat(Receipt.read(CanonicalJson.read(receipt.json().bytes()))).isEqualTo(receipt);
        }
    }

    @Test
    void signsNothingWhereNothingIsOwed() {
        assertThat(signed(0)).isEmpty();
    }

    @Test
    void standsForItsNodeEntryAndTimeAlone() {
        Receipt receipt = signed(3).getFirst();
        Json.Members json = receipt.json();
        assertForged(json.with("at", receipt.at().toEpochMilli() + 1));
        assertForged(json.with("entry", "f".repeat(64)));
        assertForged(json.with("by", TestNode.named("ngabuja").id().hex()));
        assertForged(json.with("root", "0".repeat(64)));
        assertForged(json.with("index", 1));
        assertForged(json.with("index", -1));
        assertForged(json.with("size", 1));
        assertForged(json.with("path", Json.texts(List.of())));
        assertForged(json.with("signature", Fields.encoded(new byte[64])));
        assertThat(
                        receipt.isSignedBy(
                                TestNode.named("ngabuja").card().card().signingKeyBytes(),
                                CRYPTOGRAPHY))
                .isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Json.Members json = signed(2).getFirst().json();
        assertMalformed(json.with("more", 1));
        assertMalformed(json.without("root"));
        assertMalformed(json.with("path", Json.texts(List.of("00"))));
        assertMalformed(
                json.with(
                        "path",
                        Json.texts(IntStream.range(0, 17).mapToObj(_ -> "0".repeat(64)).toList())));
    }

    /// A clock is finer than the wire; a receipt that kept more than it signs would not equal itself.
    @Test
    void holdsItsTimeAsItIsSent() {
        Instant fine = Instant.parse("2026-11-02T12:00:00.123456789Z");
        Receipt receipt = receipts(List.of(new Receipting.Owed(entry(1), fine))).getFirst();
        assertThat(receipt.at()).isEqualTo(Instant.parse("2026-11-02T12:00:00.123Z"));
        assertThat(receipt.isSignedBy(key, CRYPTOGRAPHY)).isTrue();
        assertThat(Receipt.read(receipt.json())).isEqualTo(receipt);
    }

    private List<Receipt> signed(int count) {
        return receipts(
                IntStream.range(0, count)
                        .mapToObj(i -> new Receipting.Owed(entry(i), NOON.plusSeconds(i)))
                        .toList());
    }

    private List<Receipt> receipts(List<Receipting.Owed> owed) {
        return new Receipting(CRYPTOGRAPHY).sign(owed, vietnam.keys());
    }

    private static EntryId entry(int number) {
        return new EntryId("%064x".formatted(number));
    }

    private static String signature(List<Receipt> receipts) {
        return receipts.getFirst().signature();
    }

    private void assertForged(Json.Members json) {
        assertThat(Receipt.read(json).isSignedBy(key, CRYPTOGRAPHY)).isFalse();
    }

    private static void assertMalformed(Json.Members json) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Receipt.read(json));
    }
}
