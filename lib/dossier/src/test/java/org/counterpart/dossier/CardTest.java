package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.dossier.TestNode.CRYPTOGRAPHY;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

class CardTest {
    private final TestNode node = TestNode.named("ngabuja");
    private final TestNode stranger = TestNode.named("stranger");

    @Test
    void isReadAsItWasWritten() {
        SignedCard card = node.card(7);
        assertThat(SignedCard.read(CanonicalJson.read(card.json().bytes()))).isEqualTo(card);
    }

    @Test
    void isGenuineUnderItsOwnKeyOnly() {
        SignedCard card = node.card();
        assertThat(card.isGenuine(CRYPTOGRAPHY)).isTrue();
        assertThat(new SignedCard(node.card(2).card(), card.signature()).isGenuine(CRYPTOGRAPHY))
                .isFalse();
        assertThat(
                        SignedCard.sign(card.card(), stranger.signing(), CRYPTOGRAPHY)
                                .isGenuine(CRYPTOGRAPHY))
                .isFalse();
    }

    /// A signature under a key of small order proves nothing, however well it verifies.
    @Test
    void isNotGenuineUnderAKeyOfSmallOrder() {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        Json.Members json =
                node.card()
                        .card()
                        .json()
                        .with("signingKey", Fields.encoded(neutral))
                        .with("node", NodeId.of(neutral).hex());
        var card =
                SignedCard.read(
                        Json.object()
                                .with("card", json)
                                .with("signature", Fields.encoded(new byte[64])));
        assertThat(card.isGenuine(CRYPTOGRAPHY)).isFalse();
    }

    @Test
    void belongsToTheNodeWhoseKeyItShows() {
        assertMalformed(json().with("node", stranger.id().hex()));
        assertMalformed(json().with("signingKey", stranger.card().card().signingKey()));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertMalformed(json().with("version", 2));
        assertMalformed(json().with("more", "x"));
        assertMalformed(json().without("escalation"));
        assertMalformed(json().with("serial", 0));
        assertMalformed(json().with("sealingKey", Fields.encoded(new byte[31])));
        assertMalformed(json().with("addresses", Json.texts(List.of("a", "b", "c", "d", "e"))));
        assertMalformed(
                json().with("addresses", Json.texts(List.of("https://" + "a".repeat(250)))));
    }

    @Test
    void readsItsFingerprintAloudInSixGroupsOfFiveDigits() {
        assertThat(node.card().card().fingerprint()).matches("(\\d{5} ){5}\\d{5}");
        assertThat(node.card(2).card().fingerprint()).isEqualTo(node.card().card().fingerprint());
        assertThat(stranger.card().card().fingerprint())
                .isNotEqualTo(node.card().card().fingerprint());
    }

    /// The fingerprint follows from the first thirty bytes of the hash, five bytes a group.
    @Test
    void takesItsFingerprintFromTheHashOfTheSigningKey() {
        byte[] hash = Digest.of(node.card().card().signingKeyBytes()).bytes();
        long first = Long.parseLong(HexFormat.of().formatHex(hash).substring(0, 10), 16);
        assertThat(node.card().card().fingerprint()).startsWith("%05d".formatted(first % 100_000));
    }

    @Test
    void namesASealingKeyByItsHash() {
        SealingKey key = node.card().card().sealing();
        assertThat(key.id()).isEqualTo(Digest.of(key.bytes()).hex().substring(0, 16));
    }

    @Test
    void holdsTimesAsTheyAreSent() {
        String key = node.card().card().sealing().key();
        var fine = new SealingKey(key, Instant.parse("2026-11-02T12:00:00.123456789Z"));
        assertThat(fine.notAfter()).isEqualTo(Instant.parse("2026-11-02T12:00:00.123Z"));
    }

    private Json.Members json() {
        return node.card().card().json();
    }

    private void assertMalformed(Json.Members card) {
        Json.Members signed =
                Json.object().with("card", card).with("signature", node.card().signature());
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedCard.read(signed));
    }
}
