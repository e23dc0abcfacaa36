package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Speaks to the federation door of a real node, as another node or as somebody who claims to be one.
final class AnotherNode {
    private static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();

    private final NodeKeys keys;
    private final Card target;
    private final RandomGenerator random;
    private final HttpClient http;

    AnotherNode(NodeKeys keys, AState target, RandomGenerator random) {
        this.keys = keys;
        this.target = card(target);
        this.random = random;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(PinnedKey.context(this.target.tlsKey()))
                        .build();
    }

    /// What a state's node says of itself to its operator, whichever process it is.
    private static Card card(AState state) {
        String card = state.as("operator").get("/peers").body().path("card").toString();
        return SignedCard.read(CanonicalJson.readLoosely(card.getBytes(StandardCharsets.UTF_8)))
                .card();
    }

    /// Whom it speaks to.
    NodeId targeted() {
        return target.node();
    }

    NodeId id() {
        return keys.node();
    }

    /// Both operators accept.
    ///
    /// @param state that of its target
    void becomesPeerOf(AState state) {
        Card own = keys.card().card();
        var card = new String(keys.card().json().bytes(), StandardCharsets.UTF_8);
        var operator = state.as("operator");
        assertThat(operator.post("/peers", "{\"card\":" + card + "}").status()).isEqualTo(200);
        AState.Answer accepted =
                operator.post(
                        "/peers/" + own.node().hex() + "/acceptance",
                        "{\"fingerprint\":\"" + own.fingerprint() + "\"}");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        var hello = new Hello(targeted(), keys.card(), true, Instant.now().toEpochMilli());
        assertThat(says(Hello.PATH, hello.bytes()).status()).isEqualTo(200);
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
        var claim = new RequestSignature.Claim(keys.node(), Instant.now(), Fields.encoded(nonce));
        return new Signed(
                path,
                ByteBuffer.wrap(body),
                RequestSignature.sign(path, body, claim, keys.signing(), CRYPTOGRAPHY));
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

    /// Sends the head of a request and nothing of its body; the first line of what comes back all the same.
    String announces(Signed request) {
        URI address = URI.create(target.addresses().getFirst());
        String head =
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                        .formatted(
                                request.path(),
                                address.getAuthority(),
                                RequestSignature.CONTENT_TYPE,
                                request.body().remaining());
        String signed =
                "Content-Digest: %s\r\nSignature-Input: %s\r\nSignature: %s\r\n\r\n"
                        .formatted(
                                request.signature().digest(),
                                request.signature().input(),
                                request.signature().signature());
        try (var line =
                PinnedKey.context(target.tlsKey())
                        .getSocketFactory()
                        .createSocket(address.getHost(), address.getPort())) {
            line.setSoTimeout(5_000);
            line.getOutputStream().write((head + signed).getBytes(StandardCharsets.US_ASCII));
            var answer = new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII);
            return new BufferedReader(answer).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(target.addresses().getFirst()).resolve(path));
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
