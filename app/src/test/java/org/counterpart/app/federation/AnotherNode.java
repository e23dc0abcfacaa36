package org.counterpart.app.federation;

import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Speaks to the federation door of a real node, as another node or as somebody who claims to be one.
final class AnotherNode {
    private static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();

    private final NodeKeys keys;
    private final AState target;
    private final RandomGenerator random;
    private final HttpClient http;

    AnotherNode(NodeKeys keys, AState target, RandomGenerator random) {
        this.keys = keys;
        this.target = target;
        this.random = random;
        byte[] pin = target.node().bean(org.counterpart.app.node.KeyFile.class).tls().pin();
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(PinnedKey.context(new Digest(HexFormat.of().formatHex(pin))))
                        .build();
    }

    /// What came back.
    record Answer(int status, String body) {
        String code() {
            JsonNode json = JsonMapper.shared().readTree(body);
            return json.path("code").stringValue("none");
        }
    }

    /// A request and its headers, to be sent once or more often.
    record Signed(String path, ByteBuffer body, RequestSignature signature) {}

    Signed signed(String path, byte[] body) {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return new Signed(
                path,
                ByteBuffer.wrap(body),
                RequestSignature.sign(
                        path, body, keys, Instant.now(), Fields.encoded(nonce), CRYPTOGRAPHY));
    }

    Answer says(String path, byte[] body) {
        return sends(signed(path, body));
    }

    Answer sends(Signed request) {
        return send(
                to(request.path())
                        .header("Content-Type", RequestSignature.CONTENT_TYPE)
                        .header("Content-Digest", request.signature().digest())
                        .header("Signature-Input", request.signature().input())
                        .header("Signature", request.signature().signature())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.body().array()))
                        .build());
    }

    Answer saysUnsigned(String path, byte[] body) {
        return send(
                to(path).header("Content-Type", RequestSignature.CONTENT_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private HttpRequest.Builder to(String path) {
        URI address = target.node().federation(path);
        return HttpRequest.newBuilder(address);
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
