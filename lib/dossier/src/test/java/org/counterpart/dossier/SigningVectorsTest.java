package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/// Ed25519 by the vectors of RFC 8032 7.1 and by the cases on which libraries differ.
class SigningVectorsTest {
    private static final PublishedCryptography CRYPTOGRAPHY = new PublishedCryptography();
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
            + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
            + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc"
            + "61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
            + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
            + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e4"
            + "58f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
            + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
            + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290a"
            + "e67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAsTheStandardDoes(String seed, String key, String message, String signature) {
        Secret signing = Secret.of(hex(seed));
        assertThat(CRYPTOGRAPHY.signingKey(signing)).isEqualTo(hex(key));
        assertThat(CRYPTOGRAPHY.sign(signing, hex(message))).isEqualTo(hex(signature));
        assertThat(CRYPTOGRAPHY.verify(hex(key), hex(message), hex(signature))).isTrue();
        assertThat(CRYPTOGRAPHY.admits(hex(key))).isTrue();
    }

    @Test
    void refusesASignatureWithAnyBitAltered() {
        Secret signing = Cryptography.draw(new Random(1));
        byte[] key = CRYPTOGRAPHY.signingKey(signing);
        byte[] message = "message".getBytes(UTF_8);
        byte[] signature = CRYPTOGRAPHY.sign(signing, message);
        for (int bit = 0; bit < 8 * signature.length; bit++) {
            byte[] altered = signature.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(CRYPTOGRAPHY.verify(key, message, altered)).isFalse();
        }
        assertThat(CRYPTOGRAPHY.verify(key, "massage".getBytes(UTF_8), signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 128})
    void refusesSignaturesOfAnotherLength(int length) {
        byte[] key = CRYPTOGRAPHY.signingKey(Cryptography.draw(new Random(1)));
        assertThat(CRYPTOGRAPHY.verify(key, new byte[0], new byte[length])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void refusesKeysOfAnotherLength(int length) {
        assertThat(CRYPTOGRAPHY.verify(new byte[length], new byte[0], new byte[64])).isFalse();
        assertThat(CRYPTOGRAPHY.admits(new byte[length])).isFalse();
    }

    /// Otherwise one signature would have many spellings.
    @Test
    void refusesAScalarThatIsNotReducedByTheOrder() {
        Secret signing = Cryptography.draw(new Random(2));
        byte[] key = CRYPTOGRAPHY.signingKey(signing);
        byte[] signature = CRYPTOGRAPHY.sign(signing, new byte[0]);
        byte[] scalar = Arrays.copyOfRange(signature, 32, 64);
        BigInteger larger = number(scalar).add(ORDER);
        System.arraycopy(littleEndian(larger), 0, signature, 32, 32);
        assertThat(CRYPTOGRAPHY.verify(key, new byte[0], signature)).isFalse();
    }

    /// With the neutral element as key and nonce and a zero scalar, a lax verifier takes any message.
    @Test
    void refusesTheSignatureThatFitsEveryMessage() {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        byte[] signature = Arrays.copyOf(neutral, 64);
        assertThat(CRYPTOGRAPHY.verify(neutral, "anything".getBytes(UTF_8), signature)).isFalse();
    }

    /// The eight points of small order and their non-canonical spellings.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void doesNotAdmitAKeyOfSmallOrderOrOfAnotherSpelling(String key) {
        assertThat(CRYPTOGRAPHY.admits(hex(key))).isFalse();
    }

    @Test
    void doesNotAdmitAKeyThatIsOnNoCurve() {
        int admitted = 0;
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            admitted += CRYPTOGRAPHY.admits(key) ? 1 : 0;
        }
        assertThat(admitted).as("of random bytes one in sixteen is a key").isBetween(2, 40);
    }

    /// The purpose stands in front of what is signed.
    @Test
    void letsNoSignatureServeTwoPurposes() {
        Secret signing = Cryptography.draw(new Random(4));
        byte[] key = CRYPTOGRAPHY.signingKey(signing);
        byte[] body = Digest.of(new byte[0]).bytes();
        for (Signatures made : Signatures.values()) {
            byte[] signature = made.sign(CRYPTOGRAPHY, signing, body);
            for (Signatures asked : Signatures.values()) {
                assertThat(asked.verify(CRYPTOGRAPHY, key, body, signature))
                        .isEqualTo(made == asked);
            }
            assertThat(CRYPTOGRAPHY.verify(key, body, signature)).isFalse();
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static BigInteger number(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }

    private static byte[] littleEndian(BigInteger value) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = value.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }
}
