package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

class LogKeyTest {
    private static final String GO =
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    @Test
    void hasThePublishedKeyId() {
        LogKey key = LogKey.parse(GO).get();
        assertThat(key.id()).isEqualTo("033de0ae");
        assertThat(key.name()).isEqualTo("sum.golang.org");
        assertThat(key).hasToString(GO);
        assertThat(LogKey.admit(key.name(), key.bytes())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "++",
                "sum.golang.org",
                "sum.golang.org+033de0ae+",
                "sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                "sum.golang.com+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                "sum.golang.org+033de0ae+Bc4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuA==",
                "sum.golang.org+033DE0AE+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
            })
    void isNotReadFromAnyOtherText(String text) {
        assertThat(LogKey.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "0200000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "00"
            })
    void isNotAdmittedWhenItIsOfSmallOrderOrNoPoint(String hex) {
        assertThat(LogKey.admit("log", HexFormat.of().parseHex(hex))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\nb", "é"})
    void isNotAdmittedUnderANameThatNotesCannotHold(String name) {
        assertThat(LogKey.admit(name, LogKey.parse(GO).get().bytes())).isEmpty();
        assertThatExceptionOfType(LedgerMisuse.KeyNotAdmitted.class)
                .isThrownBy(() -> LogSigner.of(name, new byte[32]));
    }

    /// RFC 8032, section 7.1, TEST 2.
    @Test
    void signsAsThePublishedVector() {
        byte[] seed = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        byte[] signature = new byte[64];
        Ed25519.sign(seed, 0, hex("72"), 0, 1, signature, 0);
        assertThat(signature)
                .isEqualTo(
                        hex(
                                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
        assertThat(LogSigner.of("log", seed).key().bytes())
                .isEqualTo(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    }

    @Test
    void printsNoSecret() {
        LogSigner signer = LogSigner.of("log", LeafTest.bytes(32, 0xAB));
        assertThat(signer).hasToString("LogSigner of " + signer.key());
        assertThatExceptionOfType(LedgerMisuse.WrongLength.class)
                .isThrownBy(() -> LogSigner.of("log", new byte[31]))
                .withMessage("a seed has 31 bytes, allowed are 32");
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
