package org.counterpart.app.federation;

import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;
import org.counterpart.replication.Declined;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// Sends signed requests to other nodes, over TLS with the key of their card.
class PeerClient {
    private final OwnKeys keys;
    private final Nonces nonces;
    private final InstantSource clock;
    private final Duration patience;
    private final Cryptography cryptography = new PublishedCryptography();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<NodeId, Line> lines = new ConcurrentHashMap<>();

    /// @param patience from the request to the last byte of its answer
    PeerClient(OwnKeys keys, Nonces nonces, InstantSource clock, Duration patience) {
        this.keys = keys;
        this.nonces = nonces;
        this.clock = clock;
        this.patience = patience;
    }

    /// The connections to one node, under the key that its card had when they were made.
    private record Line(Digest pin, HttpClient client) {}

    /// Posts to a path of the other node's federation door, at its first address that connects.
    Reply post(Peer to, String path, byte[] body) {
        Reply reply = new Reply.Unreached(UnreachedGround.NO_ADDRESS);
        for (String address : to.addresses()) {
            reply = post(to.card(), URI.create(address).resolve(path), path, body);
            if (!(reply instanceof Reply.Unreached)) {
                return reply;
            }
        }
        return reply;
    }

    private Reply post(SignedCard to, URI address, String path, byte[] body) {
        NodeKeys own = keys.now();
        var claim = new RequestSignature.Claim(own.node(), clock.instant(), nonces.draw());
        RequestSignature signature =
                RequestSignature.sign(path, body, claim, own.signing(), cryptography);
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", RequestSignature.CONTENT_TYPE)
                        .header("Content-Digest", signature.digest())
                        .header("Signature-Input", signature.input())
                        .header("Signature", signature.signature())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        return inTime(
                () -> read(client(to).send(request, HttpResponse.BodyHandlers.ofInputStream())));
    }

    /// The timeout of the JDK's client ends with the headers of an answer; who sends one byte an hour after them would
    /// keep us for ever.
    private Reply inTime(Callable<Reply> exchange) {
        Future<Reply> reply = threads.submit(exchange);
        try {
            return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Reply.Unreached(UnreachedGround.ANSWER_TIMED_OUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unreached(UnreachedGround.INTERRUPTED);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                return new Reply.Unreached(ground(failure));
            }
            throw new IllegalStateException("a request could not be made", e);
        } finally {
            boolean _ = reply.cancel(true);
        }
    }

    private HttpClient client(SignedCard to) {
        Digest pin = to.card().tlsKey();
        return lines.compute(
                        to.card().node(),
                        (_, line) ->
                                line != null && line.pin().equals(pin) ? line : renewed(line, pin))
                .client();
    }

    /// A new key makes new connections; those under the old one end with what they carry.
    private static Line renewed(@Nullable Line before, Digest pin) {
        if (before != null) {
            before.client().shutdown();
        }
        return new Line(pin, client(pin));
    }

    /// One version, no redirects: the other side is exactly the door that the card names.
    private static HttpClient client(Digest pin) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(FederationLimits.CONNECT)
                .sslContext(PinnedKey.context(pin))
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3"}))
                .build();
    }

    private static UnreachedGround ground(IOException failure) {
        return switch (failure) {
            case SSLException _ when isForAKey(failure) ->
                    UnreachedGround.TLS_KEY_NOT_THAT_OF_THE_CARD;
            case HttpConnectTimeoutException _ -> UnreachedGround.CONNECT_TIMED_OUT;
            case ConnectException _ ->
                    isOfAName(failure)
                            ? UnreachedGround.NAME_UNKNOWN
                            : UnreachedGround.CONNECTION_REFUSED;
            default -> UnreachedGround.CONNECTION_BROKE;
        };
    }

    /// Only what the key was compared with says that it is another; a line may break during the handshake too.
    private static boolean isForAKey(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CertificateException || (cause != null && isForAKey(cause));
    }

    private static boolean isOfAName(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof UnresolvedAddressException || (cause != null && isOfAName(cause));
    }

    private Reply read(HttpResponse<InputStream> response) throws IOException {
        byte[] bytes;
        try (InputStream stream = response.body()) {
            bytes = stream.readNBytes(FederationLimits.MOST_BYTES + 1);
        }
        if (bytes.length > FederationLimits.MOST_BYTES) {
            return new Reply.Unreached(UnreachedGround.ANSWER_TOO_LARGE);
        }
        return response.statusCode() == 200
                ? new Reply.Answered(new Reply.Body(bytes, ahead(response)))
                : refusal(bytes);
    }

    private Duration ahead(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .map(theirs -> Duration.between(clock.instant(), theirs))
                    .orElse(Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    /// The code is stored and shown to our operator, so it is no place for text.
    private static Reply refusal(byte[] bytes) {
        try {
            Fields fields = Fields.of(CanonicalJson.readLoosely(bytes));
            String code = fields.code("code");
            boolean again = fields.flag("again");
            return Declined.CODE.matcher(code).matches()
                    ? new Reply.Refused(code, again)
                    : new Reply.Unreached(UnreachedGround.ANSWER_NOT_UNDERSTOOD);
        } catch (Malformed e) {
            return new Reply.Unreached(UnreachedGround.ANSWER_NOT_UNDERSTOOD);
        }
    }
}
