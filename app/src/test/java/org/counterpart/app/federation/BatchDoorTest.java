package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.federation.AnotherNode.Answer;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.replication.Batch;
import org.counterpart.replication.Exchanging;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What the door for nodes refuses, over real TLS on a real node: each with its code, and nothing changed.
///
/// Viet Nam is a true peer whose line is cut, so that all it says to Singapore is said here by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BatchDoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] RUBBISH = "rubbish".getBytes(StandardCharsets.UTF_8);
    private final long later = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();

    private final Random random = new Random(20_261_126);
    private AState sg;
    private AState vn;
    private AnotherNode peer;
    private AnotherNode stranger;

    BatchDoorTest() {}

    @BeforeAll
    void peers(@TempDir Path data) throws IOException {
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        sg.peersWith(vn);
        Awaitility.await().atMost(PATIENCE).until(() -> sg.knows(vn.desk()) && vn.knows(sg.desk()));
        Awaitility.await().atMost(PATIENCE).until(() -> ask().isEmpty());
        sg.cutsItsLineTo(vn);
        vn.cutsItsLineTo(sg);
        peer = new AnotherNode(vn.node().bean(OwnKeys.class).now(), sg, random);
        stranger = new AnotherNode(SoundKeys.of("MY", random), sg, random);
    }

    @AfterAll
    void end() {
        sg.close();
        vn.close();
    }

    @Test
    @Order(1)
    void refusesWhomNobodyKnows() {
        refused(stranger.says(BatchDoor.PATH, RUBBISH), 403, FederationGround.NODE_UNKNOWN);
        refused(stranger.says(Hello.PATH, RUBBISH), 403, FederationGround.NODE_UNKNOWN);
    }

    @Test
    @Order(1)
    void refusesWhatIsNotSigned() {
        refused(
                peer.saysUnsigned(BatchDoor.PATH, RUBBISH),
                401,
                FederationGround.SIGNATURE_MISSING);
    }

    @Test
    @Order(1)
    void refusesASignatureOverSomethingElse() {
        AnotherNode.Signed other = peer.signed(BatchDoor.PATH, RUBBISH);
        byte[] body = bytes(ask());
        var swapped =
                new AnotherNode.Signed(BatchDoor.PATH, ByteBuffer.wrap(body), other.signature());
        var elsewhere =
                new AnotherNode.Signed(
                        BatchDoor.PATH,
                        ByteBuffer.wrap(RUBBISH),
                        peer.signed(Hello.PATH, RUBBISH).signature());

        refused(peer.sends(swapped), 401, FederationGround.SIGNATURE_WRONG);
        refused(peer.sends(elsewhere), 401, FederationGround.SIGNATURE_WRONG);
    }

    @Test
    @Order(1)
    void refusesWhoSpeaksUnderAnothersName() {
        NodeKeys own = SoundKeys.of("MY", random);
        NodeKeys claimed = vn.node().bean(OwnKeys.class).now();
        var liar =
                new AnotherNode(
                        new NodeKeys(claimed.card(), own.signing(), own.sealing()), sg, random);

        refused(liar.says(BatchDoor.PATH, RUBBISH), 401, FederationGround.SIGNATURE_WRONG);
        assertThat(liar.announces(liar.signed(BatchDoor.PATH, new byte[1 << 20])))
                .as("of its body no byte is waited for")
                .startsWith("HTTP/1.1 401");
    }

    @Test
    @Order(1)
    void takesARequestOnce() {
        AnotherNode.Signed request =
                peer.signed(BatchDoor.PATH, bytes(Batch.empty(id(vn), id(sg))));

        assertThat(peer.sends(request).status()).isEqualTo(200);
        refused(peer.sends(request), 409, FederationGround.REQUEST_REPLAYED);
    }

    @Test
    @Order(1)
    void refusesWhatIsTooLargeBeforeReadingIt() {
        byte[] large = new byte[FederationLimits.MOST_BYTES + 1];

        refused(peer.says(BatchDoor.PATH, large), 413, FederationGround.BODY_TOO_LARGE);
    }

    @Test
    @Order(1)
    void refusesWhatIsNoBatch() {
        for (byte[] body : List.of(RUBBISH, new byte[0], bytes(Batch.empty(id(sg), id(sg))))) {
            refused(peer.says(BatchDoor.PATH, body), 422, FederationGround.BODY_MALFORMED);
        }
    }

    @Test
    @Order(1)
    void refusesWhatIsForAnotherNode() {
        byte[] body = bytes(Batch.empty(id(vn), id(vn)));

        refused(peer.says(BatchDoor.PATH, body), 422, FederationGround.NOT_ADDRESSED_TO_US);
    }

    @Test
    @Order(1)
    void refusesACardThatIsOlderForgedOrForAnotherNode() {
        var old = new Hello(id(vn), vn.node().bean(OurCard.class).card(), true, later);
        var forged = new Hello(id(sg), SoundKeys.of("VN", random).card(), true, later);

        refused(peer.says(Hello.PATH, old.bytes()), 422, FederationGround.NOT_ADDRESSED_TO_US);
        refused(peer.says(Hello.PATH, forged.bytes()), 422, FederationGround.CARD_NOT_GENUINE);
        refused(peer.says(Hello.PATH, RUBBISH), 422, FederationGround.BODY_MALFORMED);
    }

    /// Bytes exchanged, taken out, doubled or cut off, in real batches that carry a real question.
    @Test
    @Order(2)
    void survivesMutatedBatchesAndThenTakesTheTrueOneOnce() {
        AState.Answer asked =
                vn.as("duty")
                        .post(
                                "/exchange/ask",
                                """
                                {"to":"sg/customs","question":{"language":"en","text":"Which container?"},
                                 "purpose":"Follow up","handling":{"codes":["H1"],"use":["INVESTIGATION"]}}
                                """);
        String question = asked.text("entry");
        byte[] genuine = bytes(ask());

        for (int i = 0; i < 400; i++) {
            Answer answer = peer.says(BatchDoor.PATH, mutated(genuine));
            assertThat(answer.status()).as(answer.toString()).isIn(200, 422);
        }

        assertThat(peer.says(BatchDoor.PATH, genuine).status()).isEqualTo(200);
        assertThat(peer.says(BatchDoor.PATH, genuine).status()).isEqualTo(200);
        String inbox = sg.as("duty").get("/exchange/inbox").body().toString();
        assertThat(inbox.split(question, -1)).hasSize(2);
        assertThat(sg.as("duty").get("/exchange/dossiers/" + question).body().toString())
                .contains("Which container?");
    }

    private byte[] mutated(byte[] genuine) {
        byte[] copy = genuine.clone();
        int at = random.nextInt(copy.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
            case 1 -> Arrays.copyOf(copy, at);
            case 2 -> digitChanged(copy, at);
            default -> {
                System.arraycopy(genuine, 0, copy, at, copy.length - at);
                yield copy;
            }
        };
    }

    /// Stays JSON, so that what is inside is reached.
    private byte[] digitChanged(byte[] copy, int from) {
        for (int i = from; i < copy.length; i++) {
            if (Character.isLetterOrDigit(copy[i])) {
                copy[i] = (byte) "0123456789abcdef".charAt(random.nextInt(16));
                return copy;
            }
        }
        return copy;
    }

    /// By a peer of its own, for each may say only so much in a minute.
    @Test
    @Order(2)
    void survivesBodiesOfAnyKind() {
        var talker = new AnotherNode(SoundKeys.of("NG", random), sg, random);
        talker.becomesPeerOf(sg);
        byte[] sound = bytes(Batch.empty(talker.id(), id(sg)));
        var bodies = new RandomBodies(new Random(20_261_128), sound);

        for (int i = 0; i < 200; i++) {
            byte[] body = bodies.next();
            Answer answer = talker.says(BatchDoor.PATH, body);
            assertThat(answer.status()).as("body %d: %s", i, answer).isIn(200, 422);
        }

        assertThat(talker.says(BatchDoor.PATH, sound).status()).isEqualTo(200);
    }

    /// A table that is not there stands for a database that is not: the sender is told to come again, and does.
    @Test
    @Order(3)
    void saysThatItStoresNothingWhileItsDatabaseFails() {
        var talker = new AnotherNode(SoundKeys.of("TH", random), sg, random);
        talker.becomesPeerOf(sg);
        byte[] body = bytes(Batch.empty(talker.id(), id(sg)));
        JdbcClient database = sg.node().bean(JdbcClient.class);

        database.sql("alter table federation.nonce rename to nonce_elsewhere").update();
        Answer batch = talker.says(BatchDoor.PATH, body);
        Answer hello = talker.says(Hello.PATH, RUBBISH);
        database.sql("alter table federation.nonce_elsewhere rename to nonce").update();

        refused(batch, 503, FederationGround.NOT_STORING);
        refused(hello, 503, FederationGround.NOT_STORING);
        assertThat(batch.body()).contains("\"again\":true");
        assertThat(talker.says(BatchDoor.PATH, body).status()).isEqualTo(200);
    }

    /// What is kept of the sender cannot be read any more: nobody's decision, and not for the sender to know.
    @Test
    @Order(3)
    void saysNoMoreThanThatItFailsWhereItFails() {
        var talker = new AnotherNode(SoundKeys.of("LA", random), sg, random);
        talker.becomesPeerOf(sg);
        byte[] body = bytes(Batch.empty(talker.id(), id(sg)));

        String card = swapped(talker.id(), "no card");
        Answer batch = talker.says(BatchDoor.PATH, body);
        Answer hello = talker.says(Hello.PATH, RUBBISH);
        assertThat(swapped(talker.id(), card)).isEqualTo("no card");

        refused(batch, 500, FederationGround.NODE_FAILED);
        refused(hello, 500, FederationGround.NODE_FAILED);
        assertThat(batch.body()).contains("\"again\":true").doesNotContain("no card");
        assertThat(talker.says(BatchDoor.PATH, body).status()).isEqualTo(200);
    }

    private String swapped(NodeId node, String card) {
        JdbcClient database = sg.node().bean(JdbcClient.class);
        String before =
                database.sql("select card from federation.peer where node = :node")
                        .param("node", node.hex())
                        .query(String.class)
                        .single();
        database.sql("update federation.peer set card = :card where node = :node")
                .param("card", card)
                .param("node", node.hex())
                .update();
        return before;
    }

    @Test
    @Order(4)
    void refusesAPeerWhoseOperatorWeNoLongerAccept() {
        assertThat(sg.as("operator").post("/peers/vn/withdrawal", "{}").status()).isEqualTo(200);

        refused(
                peer.says(BatchDoor.PATH, bytes(Batch.empty(id(vn), id(sg)))),
                403,
                FederationGround.PEERING_NOT_IN_FORCE);
    }

    @Test
    @Order(5)
    void slowsAPeerThatSpeaksTooFast() {
        byte[] body = bytes(Batch.empty(id(vn), id(sg)));
        Answer answer = peer.says(BatchDoor.PATH, body);
        for (int i = 0; i < 2 * FederationLimits.REQUESTS_A_MINUTE && answer.status() != 429; i++) {
            answer = peer.says(BatchDoor.PATH, body);
        }

        refused(answer, 429, FederationGround.TOO_MANY_REQUESTS);
        assertThat(answer.body()).contains("\"again\":true");
    }

    /// Of strangers there is one leaf a minute, with a count for each code; the tests of that are in the area of proofs.
    @Test
    @Order(6)
    void everyRefusalOfAKnownNodeIsInTheLedger() {
        List<String> refused = sg.leaves("refused");

        for (FederationGround ground :
                List.of(
                        FederationGround.REQUEST_REPLAYED,
                        FederationGround.BODY_MALFORMED,
                        FederationGround.NOT_ADDRESSED_TO_US,
                        FederationGround.CARD_NOT_GENUINE,
                        FederationGround.PEERING_NOT_IN_FORCE,
                        FederationGround.TOO_MANY_REQUESTS)) {
            assertThat(refused)
                    .as(ground.code())
                    .anyMatch(
                            leaf ->
                                    leaf.contains(id(vn).hex())
                                            && leaf.contains("\"" + ground.code() + "\""));
        }
    }

    private static void refused(Answer answer, int status, FederationGround ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(status);
    }

    private Batch ask() {
        return vn.node().bean(Exchanging.class).ask(id(sg));
    }

    private static byte[] bytes(Batch batch) {
        return batch.bytes();
    }

    private static NodeId id(AState state) {
        return state.node().bean(OwnKeys.class).now().node();
    }
}
