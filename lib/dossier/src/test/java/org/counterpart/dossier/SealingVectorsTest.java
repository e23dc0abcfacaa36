package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.random.RandomGenerator;

/// HPKE by RFC 9180 A.1.1 (its keys, with AES-256-GCM) and AES-256-GCM by the vectors of McGrew and Viega.
class SealingVectorsTest {
    private static final PublishedCryptography CRYPTOGRAPHY = new PublishedCryptography();
    private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] AAD = hex("436f756e742d30");
    private static final byte[] TEXT =
            hex("4265617574792069732074727574682c20747275746820626561757479");
    private static final String ENCAPSULATED =
            "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431";
    private static final String SEALED =
            "090b7dc225419f7da9e8b460becfbb96a26c7964d79b8010d397fa838530a32a397b14f5776db19ff5e57734"
                + "e0";

    private final AsymmetricCipherKeyPair ephemeral =
            derived("7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234");
    private final AsymmetricCipherKeyPair recipient =
            derived("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037");

    @Test
    void sealsTheTextOfTheStandard() throws InvalidCipherTextException {
        var context = hpke().setupBaseS(recipient.getPublic(), INFO, ephemeral);
        assertThat(context.getEncapsulation()).isEqualTo(hex(ENCAPSULATED));
        assertThat(context.seal(AAD, TEXT)).isEqualTo(hex(SEALED));
    }

    /// A wrap has no associated data, which enters the tag alone: all before the tag is the vector's.
    @Test
    void wrapsWithTheKeysOfTheStandardAsTheStandardDoes() {
        byte[] wrapped =
                CRYPTOGRAPHY.wrap(
                        Secret.of(TEXT), publicKey(recipient), INFO, yielding(secret(ephemeral)));
        assertThat(Arrays.copyOf(wrapped, 32)).isEqualTo(hex(ENCAPSULATED));
        assertThat(Arrays.copyOfRange(wrapped, 32, 32 + TEXT.length))
                .isEqualTo(Arrays.copyOf(hex(SEALED), TEXT.length));
    }

    @Test
    void wrapsAKeyIntoEightyBytesThatItsOwnerOpens() {
        Secret key = Cryptography.draw(new Random(1));
        byte[] wrapped = wrapped(key);
        assertThat(wrapped).hasSize(80);
        assertThat(CRYPTOGRAPHY.unwrap(wrapped, Secret.of(secret(recipient)), INFO)).contains(key);
    }

    @Test
    void opensNoWrapForAnotherKeyOrOtherCircumstances() {
        byte[] wrapped = wrapped(Cryptography.draw(new Random(1)));
        Secret own = Secret.of(secret(recipient));
        assertThat(CRYPTOGRAPHY.unwrap(wrapped, Secret.of(secret(ephemeral)), INFO)).isEmpty();
        assertThat(CRYPTOGRAPHY.unwrap(wrapped, own, AAD)).isEmpty();
        for (int i = 0; i < wrapped.length; i++) {
            byte[] altered = wrapped.clone();
            altered[i] ^= 1;
            assertThat(CRYPTOGRAPHY.unwrap(altered, own, INFO)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 33, 47, 79, 81})
    void opensNoWrapOfAnotherLength(int length) {
        byte[] wrapped = Arrays.copyOf(wrapped(Cryptography.draw(new Random(1))), length);
        assertThat(CRYPTOGRAPHY.unwrap(wrapped, Secret.of(secret(recipient)), INFO)).isEmpty();
    }

    @Test
    void takesNothingButAKeyOutOfAWrap() {
        byte[] wrapped =
                CRYPTOGRAPHY.wrap(
                        Secret.of(TEXT), publicKey(recipient), INFO, yielding(secret(ephemeral)));
        assertThat(CRYPTOGRAPHY.unwrap(wrapped, Secret.of(secret(recipient)), INFO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void neitherWrapsToNorOpensFromAKeyOfSmallOrder(String key) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(
                        () ->
                                CRYPTOGRAPHY.wrap(
                                        Cryptography.draw(new Random(1)),
                                        hex(key),
                                        INFO,
                                        new Random(1)));
        byte[] wrapped = Arrays.copyOf(hex(key), 80);
        assertThat(CRYPTOGRAPHY.unwrap(wrapped, Secret.of(secret(recipient)), INFO)).isEmpty();
    }

    /// Test cases 13 and 14: key and nonce of zeros.
    @ParameterizedTest
    @CsvSource({
        "'',530f8afbc74536b9a963b4f1c4cb738b",
        "00000000000000000000000000000000,"
                + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
    })
    void encryptsTheTextsOfThePublishedVectors(String text, String ciphertext) {
        Secret zeros = Secret.of(new byte[32]);
        assertThat(CRYPTOGRAPHY.encrypt(zeros, hex(text), new byte[0])).isEqualTo(hex(ciphertext));
        assertThat(CRYPTOGRAPHY.decrypt(zeros, hex(ciphertext), new byte[0])).contains(hex(text));
    }

    @Test
    void decryptsNothingThatWasAltered() {
        Secret key = Cryptography.draw(new Random(1));
        byte[] about = "entry".getBytes(UTF_8);
        byte[] ciphertext = CRYPTOGRAPHY.encrypt(key, TEXT, about);
        assertThat(CRYPTOGRAPHY.decrypt(key, ciphertext, about)).contains(TEXT);
        assertThat(CRYPTOGRAPHY.decrypt(key, ciphertext, AAD)).isEmpty();
        assertThat(CRYPTOGRAPHY.decrypt(Cryptography.draw(new Random(2)), ciphertext, about))
                .isEmpty();
        for (int length = 0; length < ciphertext.length; length++) {
            assertThat(CRYPTOGRAPHY.decrypt(key, Arrays.copyOf(ciphertext, length), about))
                    .isEmpty();
            byte[] altered = ciphertext.clone();
            altered[length] ^= 1;
            assertThat(CRYPTOGRAPHY.decrypt(key, altered, about)).isEmpty();
        }
    }

    private byte[] wrapped(Secret key) {
        return CRYPTOGRAPHY.wrap(key, publicKey(recipient), INFO, new Random(1));
    }

    private static HPKE hpke() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static AsymmetricCipherKeyPair derived(String seed) {
        return hpke().deriveKeyPair(hex(seed));
    }

    private static byte[] secret(AsymmetricCipherKeyPair pair) {
        return ((X25519PrivateKeyParameters) pair.getPrivate()).getEncoded();
    }

    private static byte[] publicKey(AsymmetricCipherKeyPair pair) {
        return ((X25519PublicKeyParameters) pair.getPublic()).getEncoded();
    }

    /// A generator that draws exactly these bytes.
    private static RandomGenerator yielding(byte[] bytes) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("only bytes are drawn");
            }

            @Override
            public void nextBytes(byte[] drawn) {
                System.arraycopy(bytes, 0, drawn, 0, drawn.length);
            }
        };
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
