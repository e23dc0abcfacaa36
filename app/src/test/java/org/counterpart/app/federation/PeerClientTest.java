package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;

import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.node.ANode;
import org.counterpart.app.node.KeyFile;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Requests to a node that has the key of its card and keeps to nothing else.
@ExtendWith(ANode.Given.class)
class PeerClientTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final String PATH = BatchDoor.PATH;

    private final Random random = new Random(20_261_134);
    private final ANode node;
    private final FalseDoor door;
    private final PeerClient client;

    PeerClientTest(ANode node) {
        this.node = node;
        this.door = FalseDoor.opened(node.bean(KeyFile.class).tls());
        this.client = client(LONG);
    }

    private PeerClient client(Duration patience) {
        return client(patience, InstantSource.fixed(NOON));
    }

    private PeerClient client(Duration patience, InstantSource clock) {
        return new PeerClient(node.bean(OwnKeys.class), node.bean(Nonces.class), clock, patience);
    }

    @AfterEach
    void end() {
        door.close();
    }

    private Peer peer(String address, Digest pin) {
        NodeKeys keys = SoundKeys.of("VN", random, address, pin);
        return new Peer(
                keys.card(),
                Optional.empty(),
                true,
                true,
                true,
                new Peer.Told(1, true),
                new Peer.Health(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Peer peer() {
        return peer(door.address(), door.pin());
    }

    private static void unreached(Reply reply, UnreachedGround ground) {
        assertThat(reply).isEqualTo(new Reply.Unreached(ground));
    }

    private static byte[] answered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered) reply).body().bytes();
    }

    private static byte[] bytes(int length) {
        return "1".repeat(length).getBytes(UTF_8);
    }

    @Test
    void bringsBackWhatWasAnswered() {
        door.answers(200, "an answer".getBytes(UTF_8));

        assertThat(answered(client.post(peer(), PATH, BODY)))
                .asString(UTF_8)
                .isEqualTo("an answer");
        assertThat(door.asked()).containsExactly(PATH);
    }

    @Test
    void signsEachRequestAnew() {
        var signed = new LinkedBlockingQueue<RequestSignature>();
        door.answers(
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    signed.add(
                            new RequestSignature(
                                    headers.getFirst("Content-Digest"),
                                    headers.getFirst("Signature-Input"),
                                    headers.getFirst("Signature")));
                    FalseDoor.answer(exchange, 200, BODY);
                });

        answered(client.post(peer(), PATH, BODY));
        answered(client.post(peer(), PATH, BODY));

        byte[] key = node.bean(OwnKeys.class).now().card().card().signingKeyBytes();
        assertThat(signed)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(
                        one ->
                                one.isOver(BODY)
                                        && one.isBy(key, PATH, new PublishedCryptography()));
    }

    @Test
    void takesAnAnswerOfTheLargestSizeAndNoByteMore() {
        door.answers(200, bytes(FederationLimits.MOST_BYTES));
        assertThat(answered(client.post(peer(), PATH, BODY))).hasSize(FederationLimits.MOST_BYTES);

        door.answers(200, bytes(FederationLimits.MOST_BYTES + 1));
        unreached(client.post(peer(), PATH, BODY), UnreachedGround.ANSWER_TOO_LARGE);
    }

    /// It does not say how long it is, and has no end.
    @Test
    void readsNoAnswerWithoutEnd() {
        door.answers(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(bytes(1 << 16));
                    }
                });

        unreached(client.post(peer(), PATH, BODY), UnreachedGround.ANSWER_TOO_LARGE);
    }

    static Stream<HttpHandler> brokenOff() {
        return Stream.of(
                exchange -> exchange.close(),
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write(bytes(10));
                    exchange.getResponseBody().flush();
                    exchange.close();
                },
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(bytes(10));
                    exchange.getResponseBody().flush();
                    throw new IOException("as ordered");
                });
    }

    @ParameterizedTest
    @MethodSource("brokenOff")
    void takesNothingOfAnAnswerThatBreaksOff(HttpHandler breaking) {
        door.answers(breaking);

        unreached(client.post(peer(), PATH, BODY), UnreachedGround.CONNECTION_BROKE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void waitsNoLongerThanItsPatience(boolean afterItsHeaders) {
        var end = new CountDownLatch(1);
        door.answers(
                exchange -> {
                    if (afterItsHeaders) {
                        exchange.sendResponseHeaders(200, 1_000);
                        exchange.getResponseBody().write(bytes(10));
                        exchange.getResponseBody().flush();
                    }
                    await(end);
                    exchange.close();
                });

        try {
            unreached(client(SHORT).post(peer(), PATH, BODY), UnreachedGround.ANSWER_TIMED_OUT);
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEndOfTheProcessEndsItsWaiting() throws InterruptedException {
        var end = new CountDownLatch(1);
        var reply = new AtomicReference<Reply>();
        door.answers(exchange -> await(end));
        Thread waiting = Thread.ofVirtual().start(() -> reply.set(client.post(peer(), PATH, BODY)));
        assertThat(door.asked().take()).isEqualTo(PATH);

        waiting.interrupt();
        waiting.join();
        end.countDown();

        assertThat(reply.get()).isEqualTo(new Reply.Unreached(UnreachedGround.INTERRUPTED));
    }

    @Test
    void followsNoRedirect() {
        door.answers(
                exchange -> {
                    exchange.getResponseHeaders().set("Location", door.address() + "/elsewhere");
                    FalseDoor.answer(exchange, 307, new byte[0]);
                });

        unreached(client.post(peer(), PATH, BODY), UnreachedGround.ANSWER_NOT_UNDERSTOOD);
        assertThat(door.asked()).containsExactly(PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"code\":1,\"again\":true}",
                "{\"code\":\"A_CODE\"}",
                "{\"code\":\"A_CODE\",\"again\":\"yes\"}",
                // What is stored and shown to our operator is no place for text.
                "{\"code\":\"Call this number\",\"again\":true}",
                "{\"code\":\"A\\u0000B\",\"again\":true}",
                "{\"code\":\"\",\"again\":true}"
            })
    void understandsNoRefusalButInItsForm(String body) {
        door.answers(403, body.getBytes(UTF_8));

        unreached(client.post(peer(), PATH, BODY), UnreachedGround.ANSWER_NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "403, FEDERATION_PEERING_NOT_IN_FORCE, false",
        "429, FEDERATION_TOO_MANY_REQUESTS, true",
        "500, OF_A_NEWER_RELEASE, true"
    })
    void bringsBackARefusal(int status, String code, boolean again) {
        door.answers(
                status,
                "{\"code\":\"%s\",\"sentence\":\"No.\",\"again\":%s}"
                        .formatted(code, again)
                        .getBytes(UTF_8));

        assertThat(client.post(peer(), PATH, BODY)).isEqualTo(new Reply.Refused(code, again));
    }

    @Test
    void saysNothingToWhoeverHasAnotherKeyThanThatOfTheCard() {
        Peer another = peer(door.address(), Digest.of(BODY));

        unreached(client.post(another, PATH, BODY), UnreachedGround.TLS_KEY_NOT_THAT_OF_THE_CARD);
        assertThat(door.asked()).isEmpty();
    }

    /// An alarm that somebody else answers is for a key that was compared, not for a line.
    @Test
    void takesALineThatBreaksInTheHandshakeForNoOtherKey() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread breaking =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try (Socket line = socket.accept()) {
                                            int _ = line.getInputStream().read();
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    });
            Peer peer = peer("https://127.0.0.1:" + socket.getLocalPort(), door.pin());

            unreached(client.post(peer, PATH, BODY), UnreachedGround.CONNECTION_BROKE);
            breaking.join();
        }
    }

    /// The protocol knows TLS 1.3 and nothing older.
    @Test
    void speaksNoOlderTls() {
        try (FalseDoor old = FalseDoor.opened(node.bean(KeyFile.class).tls(), "TLSv1.2")) {
            Reply reply = client.post(peer(old.address(), old.pin()), PATH, BODY);

            assertThat(reply).isInstanceOf(Reply.Unreached.class);
            assertThat(old.asked()).isEmpty();
        }
    }

    @Test
    void saysThatNobodyListens() {
        Peer peer = peer();
        door.close();

        unreached(client.post(peer, PATH, BODY), UnreachedGround.CONNECTION_REFUSED);
    }

    @Test
    void saysThatAHostHasNoAddress() {
        unreached(
                client.post(peer("https://node.invalid:9440", door.pin()), PATH, BODY),
                UnreachedGround.NAME_UNKNOWN);
    }

    @Test
    void saysThatACardNamesNoAddress() {
        Peer peer = peer();
        Card card = peer.card().card();
        var silent =
                new Card(
                        card.node(),
                        card.state(),
                        card.serial(),
                        List.of(),
                        card.signingKey(),
                        card.sealing(),
                        card.tlsKey(),
                        card.escalation());
        var nowhere =
                new Peer(
                        new SignedCard(silent, peer.card().signature()),
                        Optional.empty(),
                        true,
                        true,
                        true,
                        peer.told(),
                        peer.health());

        unreached(client.post(nowhere, PATH, BODY), UnreachedGround.NO_ADDRESS);
    }

    @Test
    void goesToAnAddressOfOurOperatorInPlaceOfThoseOfTheCard() {
        Peer peer = peer("https://127.0.0.1:9", door.pin());
        var via =
                new Peer(
                        peer.card(),
                        Optional.of(door.address()),
                        true,
                        true,
                        true,
                        peer.told(),
                        peer.health());
        door.answers(200, BODY);

        assertThat(answered(client.post(via, PATH, BODY))).isEqualTo(BODY);
    }

    /// By its `Date`, whose precision is a second.
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "PT-1H"})
    void saysHowFarTheOtherClockIsAhead(Duration ahead) {
        door.answers(200, BODY);
        InstantSource behind = () -> Instant.now().minus(ahead);

        assertThat(client(LONG, behind).post(peer(), PATH, BODY))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        reply ->
                                assertThat(reply.body().ahead())
                                        .isCloseTo(ahead, Duration.ofMinutes(1)));
    }
}
