package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.federation.AnotherNode.Answer;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.SealingKey;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Batch;
import org.counterpart.replication.Declined;
import org.counterpart.replication.Exchanging;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// A true peer whose node was taken over: it holds its keys and says whatever serves it.
///
/// Viet Nam's own line to Singapore is cut; what its node would say, and what it would not, is said here by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostilePeerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();
    private static final Handling OPEN =
            Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.values()));

    private final Random random = new Random(20_261_127);
    private long number = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
    private AState sg;
    private AState vn;
    private AnotherNode peer;

    HostilePeerTest() {}

    @BeforeAll
    void peers(@TempDir Path data) throws IOException {
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        sg.desk("police");
        sg.officer("constable", "duty-officer", "sg/police");
        sg.peersWith(vn);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> sg.knows("vn/customs") && vn.knows("sg/police"));
        sg.cutsItsLineTo(vn);
        vn.cutsItsLineTo(sg);
        peer = new AnotherNode(vn.node().bean(OwnKeys.class).now(), sg, random);
    }

    @AfterAll
    void end() {
        sg.close();
        vn.close();
    }

    /// A time that no database holds would roll back the batch of whoever carries it, for ever.
    @Test
    @Order(1)
    void aReceiptOutsideOfTimeIsNoReceipt() {
        EntryId told = told("Receipt me.");
        for (long millis : List.of(253_402_300_800_000L, -1L)) {
            var receipt =
                    new Receipting(CRYPTOGRAPHY)
                            .sign(
                                    List.of(
                                            new Receipting.Owed(
                                                    told, Instant.ofEpochMilli(millis))),
                                    keys());

            Answer answer = peer.says(BatchDoor.PATH, receipts(receipt).bytes());

            refused(answer, 422, FederationGround.BODY_MALFORMED);
        }
        assertThat(peer.says(BatchDoor.PATH, empty().bytes()).status()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void whatItDeclinesOfNothingLeavesNothing() {
        int before = sg.leaves("refused").size();
        var declined = new ArrayList<Declined>();
        for (int i = 0; i < 100; i++) {
            declined.add(new Declined.OfEnvelope(entry(), "ENVELOPE_SIGNATURE_WRONG"));
        }

        assertThat(peer.says(BatchDoor.PATH, declining(declined).bytes()).status()).isEqualTo(200);

        assertThat(sg.leaves("refused")).hasSizeLessThanOrEqualTo(before + 1);
    }

    @Test
    @Order(1)
    void whatItDeclinesOfOursIsNamedOnlyUpToANumber() {
        EntryId told = told("Decline me.");
        int before = sg.leaves("refused").size();
        for (int batch = 0; batch < 5; batch++) {
            var declined = new ArrayList<Declined>();
            for (int i = 0; i < 100; i++) {
                declined.add(new Declined.OfEnvelope(told, "X" + batch + "_" + i));
            }
            assertThat(peer.says(BatchDoor.PATH, declining(declined).bytes()).status())
                    .isEqualTo(200);
        }

        List<String> leaves = sg.leaves("refused");
        assertThat(leaves.size() - before).isBetween(1, 130);
        assertThat(leaves).noneMatch(leaf -> leaf.contains("X0_1"));
    }

    @Test
    @Order(1)
    void moreThanAHundredItemsAndCodesThatAreTextAreNoBatch() {
        var many = new ArrayList<Declined>();
        for (int i = 0; i <= 100; i++) {
            many.add(new Declined.OfEnvelope(entry(), "ENVELOPE_SIGNATURE_WRONG"));
        }
        var text = List.<Declined>of(new Declined.OfEnvelope(entry(), "NOT A CODE"));

        refused(
                peer.says(BatchDoor.PATH, declining(many).bytes()),
                422,
                FederationGround.BODY_MALFORMED);
        refused(
                peer.says(BatchDoor.PATH, declining(text).bytes()),
                422,
                FederationGround.BODY_MALFORMED);
    }

    /// Nothing can be sealed to a point of small order: who admits one can no longer write to a dossier with it, nor
    /// put its owner out. Those of order 1, 2, 4 and 8, and other spellings (RFC 7748, 6.1).
    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void aCardToWhichNothingCanBeSealedIsNotTaken(String point) {
        Card own = keys().card().card();
        var sealing =
                new SealingKey(
                        Fields.encoded(HexFormat.of().parseHex(point)), own.sealing().notAfter());
        var card =
                new Card(
                        own.node(),
                        own.state(),
                        own.serial() + 1,
                        own.addresses(),
                        own.signingKey(),
                        sealing,
                        own.tlsKey(),
                        own.escalation());
        SignedCard signed = SignedCard.sign(card, keys().signing(), CRYPTOGRAPHY);

        Answer answer = peer.says(Hello.PATH, new Hello(id(sg), signed, true, later()).bytes());

        refused(answer, 422, FederationGround.CARD_NOT_GENUINE);
    }

    @Test
    @Order(1)
    void aHelloIsNotSaidAgainUnderANewNonce() {
        byte[] hello = new Hello(id(sg), keys().card(), true, later()).bytes();

        assertThat(peer.says(Hello.PATH, hello).status()).isEqualTo(200);

        refused(peer.says(Hello.PATH, hello), 409, FederationGround.REQUEST_REPLAYED);
    }

    /// It names another desk of Singapore as one to whom it gives what Singapore's customs wrote and was told.
    @Test
    @Order(2)
    void aForwardOpensNothingToAnotherDeskOfOurs() {
        AState.Answer question = sg.as("duty").post("/exchange/ask", question());
        var asked = new EntryId(question.text("entry"));
        var dossier = new DossierId(question.text("dossier"));
        talk();
        DeskId police = desk("sg/police");
        Audience audience = Audience.ofNodes(List.of(id(vn))).with(id(sg), police);
        var forward =
                new Act.Forward(Set.of(asked), Audience.ofNodes(List.of()).with(id(sg), police));
        vault().append(dossier, Draft.of(forward, new Writer.Node(), audience, OPEN));

        talk();

        JsonNode shown = sg.as("constable").get("/exchange/dossiers/" + dossier.text()).body();
        assertThat(shown.toString()).contains("forward").doesNotContain("Who is the consignee?");
        AState.Answer answer =
                sg.as("constable")
                        .post(
                                "/exchange/answer",
                                """
                                {"request":"%s","answer":{"language":"en","text":"It was me."},"full":true,
                                 "handling":{"codes":["H1"],"use":["INVESTIGATION"]},
                                 "source":"B","information":2}
                                """
                                        .formatted(asked.hex()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    }

    /// It founded no desk of those identities, whoever serves them; one leaf says how many it were.
    @Test
    @Order(2)
    void itClaimsNoDeskThatItDidNotFound() {
        List<Json> desks =
                IntStream.range(0, 200).<Json>mapToObj(n -> claimed("customs-" + n)).toList();
        var draft =
                new Draft(
                        "desks-published",
                        new Writer.Node(),
                        Audience.ofNodes(List.of(id(sg), id(vn))),
                        OPEN,
                        new Grading.NothingAsserted(),
                        Json.object().with("desks", Json.items(desks)),
                        List.of());
        vault().open(Set.of(id(sg)), draft);

        talk();

        assertThat(sg.leaves("desk-refused"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("DIRECTORY_DESK_SERVED_ELSEWHERE", "\"count\":\"200\"");
        assertThat(sg.knows("my/customs-7")).isFalse();
    }

    private Json.Members claimed(String slug) {
        return Json.object()
                .with("id", DeskId.draw(random).text())
                .with("salt", Fields.encoded(new byte[16]))
                .with("state", "MY")
                .with("slug", slug)
                .with("authority", "Customs")
                .with("name", "Customs of Malaysia")
                .with("kind", "customs")
                .with("languages", Json.texts(List.of("en")))
                .with("zone", "Asia/Kuala_Lumpur");
    }

    /// What waits on the shelf when it is taken back does not leave any more.
    @Test
    @Order(2)
    void whatWasRecalledBeforeItWasFetchedIsNeverHandedOut() {
        EntryId told = told("Take me back.");
        AState.Answer recalled =
                sg.as("duty")
                        .post(
                                "/exchange/recall",
                                "{\"entry\":\"" + told.hex() + "\",\"ground\":\"wrong-person\"}");
        assertThat(recalled.status()).as(recalled.toString()).isEqualTo(200);

        talk();

        assertThat(vault().dossierOf(told)).as("the envelope is there").isPresent();
        assertThat(vault().held(told)).as("the content is not").isEmpty();
        assertThat(vault().held(new EntryId(recalled.text("entry")))).isPresent();
    }

    @Test
    @Order(3)
    void aPeeringThatComesBackBringsItsDirectoryBack() {
        says(false);
        assertThat(sg.knows("vn/customs")).isFalse();
        refusesAsk();

        says(true);

        assertThat(sg.knows("vn/customs")).isTrue();
    }

    private void says(boolean accepts) {
        byte[] hello = new Hello(id(sg), keys().card(), accepts, later()).bytes();
        assertThat(peer.says(Hello.PATH, hello).status()).isEqualTo(200);
    }

    private void refusesAsk() {
        AState.Answer asked = sg.as("duty").post("/exchange/ask", question());
        assertThat(asked.code()).as(asked.toString()).isEqualTo("EXCHANGE_PEERING_WITHDRAWN");
    }

    /// Each change of mind leaves traces for good; so there are only so many in an hour.
    @Test
    @Order(4)
    void changesItsMindOnlySoOften() {
        int refused = 0;
        boolean accepts = false;
        for (int i = 0; i < 4 * FederationLimits.CHANGES_AN_HOUR; i++) {
            Answer answer =
                    peer.says(
                            Hello.PATH, new Hello(id(sg), keys().card(), accepts, later()).bytes());
            if (answer.status() == 429) {
                refused++;
            }
            accepts = !accepts;
            assertThat(answer.status()).as(answer.toString()).isIn(200, 429);
        }

        assertThat(refused).isGreaterThan(FederationLimits.CHANGES_AN_HOUR);
        assertThat(sg.leaves("peering-ended"))
                .hasSizeLessThanOrEqualTo(FederationLimits.CHANGES_AN_HOUR);
    }

    private static String question() {
        return """
        {"to":"vn/customs","question":{"language":"en","text":"Who is the consignee?"},
         "purpose":"Follow up","handling":{"codes":["H1"],"use":["INVESTIGATION"]}}
        """;
    }

    private EntryId told(String text) {
        AState.Answer told =
                sg.as("duty")
                        .post(
                                "/exchange/tell",
                                """
                                {"to":["vn/customs"],"words":{"language":"en","text":"%s"},
                                 "handling":{"codes":["H1"],"use":["INVESTIGATION"]},
                                 "source":"B","information":2}
                                """
                                        .formatted(text));
        return new EntryId(told.text("entry"));
    }

    /// Both say all that they have to say, as Viet Nam's node would.
    private void talk() {
        Exchanging exchanging = vn.node().bean(Exchanging.class);
        Batch next = exchanging.ask(id(sg));
        for (int round = 0; round < 20; round++) {
            Answer answer = peer.says(BatchDoor.PATH, next.bytes());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            next =
                    exchanging
                            .conclude(Batch.read(answer.body().getBytes(StandardCharsets.UTF_8)))
                            .orElseGet(() -> exchanging.ask(id(sg)));
            if (next.isEmpty()) {
                return;
            }
        }
    }

    private NodeKeys keys() {
        return vn.node().bean(OwnKeys.class).now();
    }

    private Vault vault() {
        return vn.node().bean(Vault.class);
    }

    private DeskId desk(String handle) {
        for (JsonNode desk : vn.as("duty").get("/desks").body().path("desks")) {
            if (desk.path("handle").stringValue("").equals(handle)) {
                return new DeskId(desk.path("id").stringValue(""));
            }
        }
        throw new AssertionError(handle);
    }

    private EntryId entry() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new EntryId(HexFormat.of().formatHex(bytes));
    }

    private long later() {
        return ++number;
    }

    private Batch empty() {
        return Batch.empty(id(vn), id(sg));
    }

    private Batch receipts(List<Receipt> receipts) {
        return new Batch(
                id(vn), id(sg), List.of(), List.of(), List.of(), List.of(), receipts, List.of(),
                List.of());
    }

    private Batch declining(List<Declined> declined) {
        return new Batch(
                id(vn), id(sg), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                declined);
    }

    private static void refused(Answer answer, int status, FederationGround ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(status);
    }

    private static NodeId id(AState state) {
        return state.node().bean(OwnKeys.class).now().node();
    }
}
