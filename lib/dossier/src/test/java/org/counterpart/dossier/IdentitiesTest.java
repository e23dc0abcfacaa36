package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;
import java.util.Random;

/// What has an identity, and that every identity has one spelling.
class IdentitiesTest {
    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000,aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "ffffffffffffffffffffffffffffffff,77777777777777777777777774",
        "666f6f62617200000000000000000000,mzxw6ytboiaaaaaaaaaaaaaaaa"
    })
    void spellsBitsAsRfc4648Does(String bits, String text) {
        assertThat(Base32.of(HexFormat.of().parseHex(bits))).isEqualTo(text);
        assertThat(new DeskId(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaab",
                "Aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "1aaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaa="
            })
    void refusesEveryOtherSpellingOfADeskOrDossier(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new DeskId(text));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new DossierId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "G", "0000000000000000000000000000000A"})
    void refusesEveryOtherSpellingOfANodeAnEntryAndADigest(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new NodeId(text));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new EntryId(text));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Digest(text));
    }

    @Test
    void namesANodeByItsSigningKey() {
        byte[] key = TestNode.CRYPTOGRAPHY.signingKey(Secret.of(new byte[32]));
        assertThat(NodeId.of(key).hex()).isEqualTo(Digest.of(key).hex().substring(0, 32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N", "ng", "NGA", "N1", "\u00c4\u00d6"})
    void namesAStateByTwoCapitals(String letters) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new StateCode(letters));
        assertThat(new StateCode("NG")).hasToString("NG");
    }

    @Test
    void derivesADossierFromItsOpeningSoThatTwoOpeningsAreTwoDossiers() {
        TestNode opener = TestNode.named("ngabuja");
        var one = Village.of(opener);
        var other = Village.of(opener, TestNode.named("vnhanoi"));
        assertThat(one.opening.envelope().derivedDossier()).isEqualTo(one.dossier());
        assertThat(other.dossier()).isNotEqualTo(one.dossier());
        assertThat(Village.of(opener).dossier()).isEqualTo(one.dossier());
    }

    @Test
    void hashesPartsAsOneText() {
        assertThat(Digest.of("ab".getBytes(UTF_8), "c".getBytes(UTF_8)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void showsNoSecret() {
        byte[] bytes = {1, 2, 3};
        Secret secret = Secret.of(bytes);
        bytes[0] = 9;
        secret.reveal()[0] = 9;
        assertThat(secret).hasToString("(secret)").isEqualTo(Secret.of(new byte[] {1, 2, 3}));
        assertThat(secret).isNotEqualTo(Secret.of(new byte[] {1, 2}));
        TestNode node = TestNode.named("ngabuja");
        assertThat(node.keys().toString()).isEqualTo("keys of node " + node.id());
    }

    @Test
    void drawsDesksThatDiffer() {
        var random = new Random(1);
        assertThat(DeskId.draw(random)).isNotEqualTo(DeskId.draw(random));
    }

    /// RFC 4648 leaves spare bits; here they are zero, or it is another text.
    @ParameterizedTest
    @ValueSource(strings = {"AB", "AA==", "A", "A+", "A/", "AA\n", " AA", "AAB"})
    void readsBase64InItsOneSpelling(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Fields.decoded("it", text));
        assertThat(Fields.decoded("it", "AA")).containsExactly(0);
    }
}
