package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Secret;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

class RequestSignatureTest {
    private static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();
    private static final byte[] BODY = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAA";

    private final NodeKeys keys = SoundKeys.of("SG", new Random(7));

    /// RFC 9421 B.2.6, "Signing a Request using ed25519".
    @Test
    void signsTheBaseOfThePublishedVector() {
        var base =
                new SignatureBase(
                        List.of(
                                new SignatureBase.Component(
                                        "date", "Tue, 20 Apr 2021 02:07:55 GMT"),
                                new SignatureBase.Component("@method", "POST"),
                                new SignatureBase.Component("@path", "/foo"),
                                new SignatureBase.Component("@authority", "example.com"),
                                new SignatureBase.Component("content-type", "application/json"),
                                new SignatureBase.Component("content-length", "18")),
                        ";created=1618884473;keyid=\"test-key-ed25519\"");
        byte[] pkcs8 =
                Base64.getDecoder()
                        .decode("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF");
        Secret key = Secret.of(Arrays.copyOfRange(pkcs8, pkcs8.length - 32, pkcs8.length));

        assertThat(Base64.getEncoder().encodeToString(CRYPTOGRAPHY.sign(key, base.bytes())))
                .isEqualTo(
                        "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
    }

    @Test
    void namesWhoSignedWhenAndTheNonce() {
        RequestSignature signature = signed();

        assertThat(signature.claim())
                .contains(
                        new RequestSignature.Claim(
                                keys.node(), Instant.parse("2026-11-26T10:00:00Z"), NONCE));
    }

    @Test
    void holdsForThisRequestAndNoOther() {
        RequestSignature signature = signed();
        byte[] key = keys.card().card().signingKeyBytes();

        assertThat(signature.isBy(key, "/federation/batch", CRYPTOGRAPHY)).isTrue();
        assertThat(signature.isBy(key, "/federation/peering", CRYPTOGRAPHY)).isFalse();
        assertThat(signature.isOver(BODY)).isTrue();
        assertThat(signature.isOver(new byte[] {1})).isFalse();
        byte[] other = SoundKeys.of("VN", new Random(8)).card().card().signingKeyBytes();
        assertThat(signature.isBy(other, "/federation/batch", CRYPTOGRAPHY)).isFalse();
    }

    @Test
    void takesNoOtherFormOfTheHeaders() {
        RequestSignature good = signed();
        for (String input :
                List.of(
                        "",
                        good.input() + ";expires=1",
                        good.input().replace("\"@path\" ", ""),
                        good.input().replace("ed25519", "hmac-sha256"),
                        good.input().replace("sig1", "sig2"))) {
            assertThat(new RequestSignature(good.digest(), input, good.signature()).claim())
                    .as(input)
                    .isEmpty();
        }
    }

    private RequestSignature signed() {
        var claim =
                new RequestSignature.Claim(
                        keys.node(), Instant.parse("2026-11-26T10:00:00Z"), NONCE);
        return RequestSignature.sign(
                "/federation/batch", BODY, claim, keys.signing(), CRYPTOGRAPHY);
    }
}
