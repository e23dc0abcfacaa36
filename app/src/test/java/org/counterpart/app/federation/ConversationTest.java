package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.node.ANode;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.Writer;
import org.counterpart.dossier.Writing;
import org.counterpart.dossier.Written;
import org.counterpart.replication.Appended;
import org.counterpart.replication.Batch;
import org.counterpart.replication.Want;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Conversations with a peer that answers what it likes: each ends with the right code, and nothing of it is stored.
@ExtendWith(ANode.Given.class)
class ConversationTest {
    private static final Handling OPEN =
            Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.values()));

    private final ANode node;
    private final Peers peers;
    private final Conversation conversation;
    private Random random = new Random(20_261_135);
    private FalseNode other;

    ConversationTest(ANode node) {
        this.node = node;
        this.peers = node.bean(Peers.class);
        this.conversation = node.bean(Conversation.class);
        this.other = FalseNode.peerOf(node, 0);
    }

    /// Another node in each test, for the shared one remembers them.
    @BeforeEach
    void meets(TestInfo test) {
        other.close();
        random = new Random((test.getDisplayName() + test.getTestMethod()).hashCode());
        other = FalseNode.peerOf(node, random.nextLong());
    }

    @AfterEach
    void end() {
        other.close();
    }

    private Conversation.Outcome held() {
        return conversation.hold(other.peer());
    }

    private void fails(String code) {
        assertThat(held()).isEqualTo(new Conversation.Outcome.Failed(code));
        assertThat(other.peer().health().failure()).contains(code);
        assertThat(other.peer().health().failingFrom()).isPresent();
    }

    private void isStored(EntryId entry, boolean stored) {
        assertThat(
                        node.bean(JdbcClient.class)
                                .sql("select count(*) from dossiers.entry where id = :id")
                                .param("id", entry.hex())
                                .query(Long.class)
                                .single())
                .isEqualTo(stored ? 1 : 0);
    }

    /// A dossier that it opens with us: sound in every part, if it comes as it should.
    private Written opening() {
        Audience both = Audience.ofNodes(List.of(other.id(), other.us()));
        var content =
                new Content(
                        "note",
                        new Writer.Node(),
                        Instant.parse("2026-11-24T12:00:00Z"),
                        both,
                        OPEN,
                        new Grading.NothingAsserted(),
                        Json.object(),
                        List.of(),
                        List.of());
        NodeKeys own = node.bean(OwnKeys.class).now();
        var act =
                new Membership.Open(
                        List.of(other.keys().card(), own.card()), Set.of(), EnumSet.of(Suite.CP1));
        return new Writing(new PublishedCryptography(), random).open(other.keys(), act, content);
    }

    private static Batch batch(NodeId from, NodeId to, Written written) {
        return new Batch(
                from,
                to,
                List.of(),
                List.of(),
                List.of(written.signed()),
                written.parcels(),
                List.of(),
                List.of(),
                List.of());
    }

    private Batch batch(Written written) {
        return batch(other.id(), other.us(), written);
    }

    private void answers(Batch batch) {
        other.door().answers(200, batch.bytes());
    }

    @Test
    void takesWhatAPeerAnswersInItsName() {
        Written opening = opening();
        answers(batch(opening));

        assertThat(held()).isInstanceOf(Conversation.Outcome.Said.class);

        isStored(opening.id(), true);
        assertThat(other.peer().health().lastSpoke()).isPresent();
        assertThat(other.peer().health().failure()).isEmpty();
    }

    @Test
    void takesNoBatchOfAnotherNode() {
        Written opening = opening();
        answers(batch(SoundKeys.of("NG", random).node(), other.us(), opening));

        fails(FederationGround.BODY_MALFORMED.code());
        isStored(opening.id(), false);
    }

    @Test
    void takesNoBatchForAnotherNode() {
        Written opening = opening();
        answers(batch(other.id(), SoundKeys.of("NG", random).node(), opening));

        fails(FederationGround.BODY_MALFORMED.code());
        isStored(opening.id(), false);
    }

    @Test
    void takesNothingOfABatchThatIsCutOffOrHasMoreBehind() {
        Written opening = opening();
        byte[] bytes = batch(opening).bytes();

        other.door().answers(200, Arrays.copyOf(bytes, bytes.length - 1));
        fails(FederationGround.BODY_MALFORMED.code());
        other.door().answers(200, (new String(bytes, UTF_8) + " ").getBytes(UTF_8));
        fails(FederationGround.BODY_MALFORMED.code());

        isStored(opening.id(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "<html></html>", "{\"version\":1}"})
    void understandsNothingButABatch(String body) {
        other.door().answers(200, body.getBytes(UTF_8));

        fails(FederationGround.BODY_MALFORMED.code());
    }

    @Test
    void takesNothingOfAnAnswerThatBreaksOff() {
        Written opening = opening();
        byte[] bytes = batch(opening).bytes();
        other.door()
                .answers(
                        exchange -> {
                            exchange.sendResponseHeaders(200, bytes.length + 1L);
                            exchange.getResponseBody().write(bytes);
                            exchange.getResponseBody().flush();
                            exchange.close();
                        });

        fails(UnreachedGround.CONNECTION_BROKE.code());
        isStored(opening.id(), false);
    }

    @Test
    void notesThatAnAnswerWasTooLarge() {
        other.door().answers(200, new byte[FederationLimits.MOST_BYTES + 1]);

        fails(UnreachedGround.ANSWER_TOO_LARGE.code());
    }

    @Test
    void notesThatNobodyListens() {
        other.door().close();

        fails(UnreachedGround.CONNECTION_REFUSED.code());
    }

    @Test
    void saysNothingToWhoeverHasAnotherKeyThanThatOfTheCard() {
        SignedCard newer = other.card(2, Digest.of(new byte[] {1}));
        peers.keepCard(newer, Instant.parse("2026-11-24T12:00:00Z"));

        fails(UnreachedGround.TLS_KEY_NOT_THAT_OF_THE_CARD.code());
        assertThat(other.door().asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEDERATION_PEERING_NOT_IN_FORCE", "FEDERATION_NODE_UNKNOWN"})
    void learnsFromARefusalThatItIsNotAccepted(String code) {
        other.door().answers(403, refusal(code));

        fails(code);
        assertThat(other.peer().acceptsUs()).isFalse();
        assertThat(peers.isInForce(other.id())).isFalse();
    }

    private static byte[] refusal(String code) {
        return "{\"code\":\"%s\",\"again\":true}".formatted(code).getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEDERATION_NO_ROOM", "OF_A_NEWER_RELEASE"})
    void takesNoOtherRefusalForAWithdrawal(String code) {
        other.door().answers(503, refusal(code));

        fails(code);
        assertThat(peers.isInForce(other.id())).isTrue();
    }

    @Test
    void takesNothingOnceOurOperatorHasWithdrawn() {
        Written opening = opening();
        byte[] bytes = batch(opening).bytes();
        other.door()
                .answers(
                        exchange -> {
                            peers.decide(other.id(), false, true);
                            FalseDoor.answer(exchange, 200, bytes);
                        });

        fails(FederationGround.PEERING_NOT_IN_FORCE.code());
        isStored(opening.id(), false);
    }

    /// What it wants and may have is a reason for a request each time.
    @Test
    void endsWithAPeerThatAlwaysHasAReasonForAnotherRequest() {
        byte[] wanting = wanting(opened()).bytes();
        other.door().answers(exchange -> FalseDoor.answer(exchange, 200, wanting));

        assertThat(held()).isInstanceOf(Conversation.Outcome.MoreToSay.class);

        assertThat(other.door().asked()).hasSize(FederationLimits.ROUNDS);
    }

    private Placed opened() {
        var draft =
                new Draft(
                        "note",
                        new Writer.Node(),
                        Audience.ofNodes(List.of(other.id(), other.us())),
                        OPEN,
                        new Grading.NothingAsserted(),
                        Json.object(),
                        List.of());
        return switch (node.bean(Vault.class).open(Set.of(other.id()), draft)) {
            case Appended.Done(var placed, _) -> placed;
            case Appended.Refused(var code) -> throw new AssertionError(code);
        };
    }

    private Batch wanting(Placed entry) {
        return new Batch(
                other.id(),
                other.us(),
                List.of(),
                List.of(
                        new Want(
                                entry.dossier(), new TreeSet<>(Set.of(entry.id())), Clock.NOTHING)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// It has not confirmed that it has our card, so that is said first.
    private void greets(byte[] answer) {
        peers.told(other.id(), 0, false);
        other.door().answers(200, answer);
    }

    private Hello hello(NodeId to, NodeKeys as, boolean accepts) {
        return new Hello(to, as.card(), accepts, 1);
    }

    @Test
    void takesNoGreetingThatIsNone() {
        greets("{}".getBytes(UTF_8));

        fails(FederationGround.BODY_MALFORMED.code());
        assertThat(other.door().asked()).containsExactly(Hello.PATH);
        assertThat(other.peer().told().serial()).isZero();
    }

    @Test
    void takesNoCardOfAnotherNode() {
        greets(hello(other.us(), SoundKeys.of("NG", random), true).bytes());

        fails(FederationGround.CARD_NOT_GENUINE.code());
        assertThat(other.peer().card()).isEqualTo(other.keys().card());
    }

    @Test
    void takesNoGreetingForAnotherNode() {
        greets(hello(SoundKeys.of("NG", random).node(), other.keys(), true).bytes());

        fails(FederationGround.NOT_ADDRESSED_TO_US.code());
    }

    @Test
    void takesAGreetingOnce() {
        byte[] once = hello(other.us(), other.keys(), false).bytes();
        greets(once);
        assertThat(held()).isInstanceOf(Conversation.Outcome.Said.class);
        assertThat(other.peer().acceptsUs()).isFalse();

        peers.hear(other.id(), true);
        greets(once);

        fails(FederationGround.REQUEST_REPLAYED.code());
        assertThat(other.peer().acceptsUs()).isTrue();
    }

    @Test
    void exchangesNothingWithWhoDoesNotAcceptUs() {
        greets(hello(other.us(), other.keys(), false).bytes());

        assertThat(held()).isInstanceOf(Conversation.Outcome.Said.class);

        assertThat(other.door().asked()).containsExactly(Hello.PATH);
    }
}
