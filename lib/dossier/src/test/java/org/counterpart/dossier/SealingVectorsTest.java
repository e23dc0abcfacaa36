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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Sealing by published vectors.
///
/// RFC 9180 has none for the suite's combination, X25519 and HKDF-SHA256 with AES-256-GCM. Published are the ciphertexts
/// of its neighbours, which go through the same library: the suite's key agreement and key schedule with other ciphers
/// (A.1.1, A.2.1), and the suite's cipher under another key agreement (A.6.1). Composed is the ciphertext under A.1.1's
/// keys with AES-256-GCM: nobody has published it, and it only holds the class that ships to the library.
/// AES-256-GCM alone is held to the vectors of McGrew and Viega.
class SealingVectorsTest {
    private static final PublishedCryptography CRYPTOGRAPHY = new PublishedCryptography();
    private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] AAD = hex("436f756e742d30");
    private static final byte[] TEXT =
            hex("4265617574792069732074727574682c20747275746820626561757479");
    private static final String ENCAPSULATED =
            "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431";
    private static final String COMPOSED =
            "090b7dc225419f7da9e8b460becfbb96a26c7964d79b8010d397fa838530a32a397b14f5776db19ff5e57734"
                + "e0";

    private final AsymmetricCipherKeyPair ephemeral =
            derived("7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234");
    private final AsymmetricCipherKeyPair recipient =
            derived("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037");

    /// Key pairs from their seeds, what is sent of the ephemeral one, and the first ciphertext.
    @ParameterizedTest
    @EnumSource
    void sealsAndOpensTheTextOfTheStandard(Published vector) throws InvalidCipherTextException {
        HPKE hpke = vector.suite();
        AsymmetricCipherKeyPair sender = hpke.deriveKeyPair(hex(vector.ephemeralSeed));
        AsymmetricCipherKeyPair receiver = hpke.deriveKeyPair(hex(vector.recipientSeed));
        var sealing = hpke.setupBaseS(receiver.getPublic(), INFO, sender);
        var opening = hpke.setupBaseR(hex(vector.encapsulated), receiver, INFO);

        assertThat(sealing.getEncapsulation()).isEqualTo(hex(vector.encapsulated));
        assertThat(sealing.seal(AAD, TEXT)).isEqualTo(hex(vector.sealed));
        assertThat(opening.open(AAD, hex(vector.sealed))).isEqualTo(TEXT);
    }

    /// A.1.1 and A.2.1: secret keys, and the public keys that belong to them.
    @ParameterizedTest
    @CsvSource({
        "52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736,"
                + "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
        "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8,"
                + "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
        "f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600,"
                + "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
        "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb,"
                + "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"
    })
    void findsThePublicKeysOfTheStandard(String secret, String known) {
        assertThat(CRYPTOGRAPHY.sealingKey(Secret.of(hex(secret)))).isEqualTo(hex(known));
    }

    @Test
    void sealsTheComposedText() throws InvalidCipherTextException {
        var context = hpke().setupBaseS(recipient.getPublic(), INFO, ephemeral);
        assertThat(context.getEncapsulation()).isEqualTo(hex(ENCAPSULATED));
        assertThat(context.seal(AAD, TEXT)).isEqualTo(hex(COMPOSED));
    }

    /// A wrap has no associated data, which enters the tag alone: all before the tag is as composed. What goes before it,
    /// the encapsulated key, is A.1.1's own.
    @Test
    void wrapsWithTheKeysOfTheStandardAsTheLibraryDoes() {
        byte[] wrapped =
                CRYPTOGRAPHY.wrap(
                        Secret.of(TEXT), publicKey(recipient), INFO, yielding(secret(ephemeral)));
        assertThat(Arrays.copyOf(wrapped, 32)).isEqualTo(hex(ENCAPSULATED));
        assertThat(Arrays.copyOfRange(wrapped, 32, 32 + TEXT.length))
                .isEqualTo(Arrays.copyOf(hex(COMPOSED), TEXT.length));
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

    /// What a section of appendix A says of its base mode.
    enum Published {
        A_1_1(
                HPKE.kem_X25519_SHA256,
                HPKE.kdf_HKDF_SHA256,
                HPKE.aead_AES_GCM128,
                "7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234",
                "6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037",
                ENCAPSULATED,
                "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
                        + "6d8770ac83d07bea87e13c512a"),
        A_2_1(
                HPKE.kem_X25519_SHA256,
                HPKE.kdf_HKDF_SHA256,
                HPKE.aead_CHACHA20_POLY1305,
                "909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b",
                "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df",
                "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db"
                        + "21993c62ce81883d2dd1b51a28"),
        A_6_1(
                HPKE.kem_P521_SHA512,
                HPKE.kdf_HKDF_SHA512,
                HPKE.aead_AES_GCM256,
                "7f06ab8215105fc46aceeb2e3dc5028b44364f960426eb0d8e4026c2f8b5d7e7"
                        + "a986688f1591abf5ab753c357a5d6f0440414b4ed4ede71317772ac98d9239f7"
                        + "0904",
                "2ad954bbe39b7122529f7dde780bff626cd97f850d0784a432784e69d86eccaa"
                        + "de43b6c10a8ffdb94bf943c6da479db137914ec835a7e715e36e45e29b587bab"
                        + "3bf1",
                "040138b385ca16bb0d5fa0c0665fbbd7e69e3ee29f63991d3e9b5fa740aab890"
                        + "0aaeed46ed73a49055758425a0ce36507c54b29cc5b85a5cee6bae0cf1c21f27"
                        + "31ece2013dc3fb7c8d21654bb161b463962ca19e8c654ff24c94dd2898de1205"
                        + "1f1ed0692237fb02b2f8d1dc1c73e9b366b529eb436e98a996ee522aef863dd5"
                        + "739d2f29b0",
                "170f8beddfe949b75ef9c387e201baf4132fa7374593dfafa90768788b7b2b20"
                        + "0aafcc6d80ea4c795a7c5b841a");

        private final short agreement;
        private final short derivation;
        private final short cipher;
        private final String ephemeralSeed;
        private final String recipientSeed;
        private final String encapsulated;
        private final String sealed;

        Published(
                short agreement,
                short derivation,
                short cipher,
                String ephemeralSeed,
                String recipientSeed,
                String encapsulated,
                String sealed) {
            this.agreement = agreement;
            this.derivation = derivation;
            this.cipher = cipher;
            this.ephemeralSeed = ephemeralSeed;
            this.recipientSeed = recipientSeed;
            this.encapsulated = encapsulated;
            this.sealed = sealed;
        }

        HPKE suite() {
            return new HPKE(HPKE.mode_base, agreement, derivation, cipher);
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
