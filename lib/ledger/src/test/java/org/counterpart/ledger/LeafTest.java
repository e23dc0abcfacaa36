package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;

class LeafTest {
    private static final Salt SALT = Salt.of(bytes(32, 0xAB));

    /// Byte for byte as the README tells the author of another verifier.
    @Test
    void isHashedOverZeroByteNumberSaltAndText() throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        sha256.update(new byte[] {0, 0, 0, 0, 0, 1, 2, 3});
        sha256.update(bytes(32, 0xAB));
        sha256.update(ActTest.act().json().getBytes(StandardCharsets.US_ASCII));
        Leaf leaf = new Leaf.Unnumbered(SALT, ActTest.act()).numbered(0x010203);
        assertThat(leaf.hash()).isEqualTo(Hash.of(sha256.digest()));
    }

    /// A fixed vector for other languages; the README repeats it.
    @Test
    void hasAFixedVector() {
        Act act = Act.parse("{\"actor\":{},\"detail\":{},\"kind\":\"read\",\"time\":0}").get();
        assertThat(new Leaf.Unnumbered(Salt.of(bytes(32, 0)), act).numbered(0).hash())
                .hasToString("a24dd2827a89aa83a2fa318a9312894228909830766d6c41d5afca764e1306e7");
    }

    @Test
    void isGenuineOnlyWithItsOwnNumberSaltAndText() {
        Leaf.Held leaf = new Leaf.Unnumbered(SALT, ActTest.act()).numbered(5);
        Salt other = Salt.of(bytes(32, 1));
        assertThat(leaf.isGenuine()).isTrue();
        assertThat(new Leaf.Held(6, leaf.hash(), SALT, leaf.act()).isGenuine()).isFalse();
        assertThat(new Leaf.Held(5, leaf.hash(), other, leaf.act()).isGenuine()).isFalse();
        assertThat(new Leaf.Held(5, leaf.hash(), SALT, leaf.act() + " ").isGenuine()).isFalse();
    }

    @Test
    void differsWhenTheSameActHappensTwice() {
        var random = new Random(1);
        var first = new Leaf.Unnumbered(Salt.drawnFrom(random), ActTest.act());
        var second = new Leaf.Unnumbered(Salt.drawnFrom(random), ActTest.act());
        assertThat(first.numbered(1).hash()).isNotEqualTo(second.numbered(1).hash());
        assertThat(first.numbered(1).hash()).isNotEqualTo(first.numbered(2).hash());
    }

    @Test
    void showsNoSaltWhenPrinted() {
        assertThat(new Leaf.Unnumbered(SALT, ActTest.act()).numbered(5).toString())
                .contains("salt=Salt,")
                .doesNotContain("abab");
    }

    @Test
    void takesSaltsAndHashesOf32BytesOnly() {
        assertThatExceptionOfType(LedgerMisuse.WrongLength.class)
                .isThrownBy(() -> Salt.of(bytes(31, 0)))
                .withMessage("a salt has 31 bytes, allowed are 32");
        assertThatExceptionOfType(LedgerMisuse.WrongLength.class)
                .isThrownBy(() -> Hash.of(bytes(33, 0)))
                .withMessage("a hash has 33 bytes, allowed are 32");
    }

    static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
