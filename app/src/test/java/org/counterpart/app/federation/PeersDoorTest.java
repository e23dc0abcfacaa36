package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// The operator's doors to peerings, on one node: each test brings the card of a state of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersDoorTest {
    private static final String DECISION = "{\"fingerprint\":\"0\"}";

    private final Random random = new Random(20_261_126);
    private AState sg;

    PeersDoorTest() {}

    @BeforeAll
    void start(@TempDir Path data) {
        sg = AState.started(data, "sg", "Asia/Singapore");
        sg.officer("reader", "analyst", sg.desk());
        sg.officer("watch", "oversight");
    }

    @AfterAll
    void end() {
        sg.close();
    }

    // What works.

    @Test
    void keepsACardAndExchangesNothingUntilItIsAccepted() {
        NodeKeys my = SoundKeys.of("MY", random);

        Answer added = add(my.card());

        assertThat(added.text("state")).isEqualTo("MY");
        assertThat(added.body().path("accepted").booleanValue()).isFalse();
        assertThat(added.body().path("inForce").booleanValue()).isFalse();
        assertThat(sg.as("operator").get("/peers").body().path("peers").toString())
                .contains(my.node().hex())
                .doesNotContain(my.card().card().fingerprint());
        assertThat(added.toString()).doesNotContain(my.card().card().fingerprint());
        assertThat(about("peer-added", my)).hasSize(1);
    }

    @Test
    void acceptsWithTheFingerprintThatWasReadAloudAndWithdraws() {
        NodeKeys th = SoundKeys.of("TH", random);
        add(th.card());

        Answer accepted = accept("th", th.card().card().fingerprint());
        assertThat(accepted.text("fingerprint")).isEqualTo(th.card().card().fingerprint());
        assertThat(accepted.body().path("accepted").booleanValue()).isTrue();
        assertThat(accepted.body().path("inForce").booleanValue()).isFalse();
        assertThat(about("peering-accepted", th)).hasSize(1);
        refused(
                accept("th", th.card().card().fingerprint()),
                409,
                FederationGround.DECISION_UNCHANGED);

        Answer withdrawn = sg.as("operator").post("/peers/th/withdrawal", "{}");
        assertThat(withdrawn.body().path("accepted").booleanValue()).isFalse();
        assertThat(about("peering-withdrawn", th)).hasSize(1);
        refused(
                sg.as("operator").post("/peers/th/withdrawal", "{}"),
                409,
                FederationGround.DECISION_UNCHANGED);
    }

    @Test
    void namesAPeerByTheStartOfItsNodeId() {
        NodeKeys la = SoundKeys.of("LA", random);
        add(la.card());
        String fingerprint = la.card().card().fingerprint().replace(" ", "-");

        Answer accepted = accept(la.node().hex().substring(0, 8), fingerprint);

        assertThat(accepted.text("node")).isEqualTo(la.node().hex());
    }

    @Test
    void aNewerCardTakesThePlaceOfTheOlder() {
        NodeKeys kh = SoundKeys.of("KH", random);
        add(kh.card());

        assertThat(add(renewed(kh)).body().path("serial").longValue()).isEqualTo(2);

        refused(add(kh.card()), 409, FederationGround.CARD_IS_OLDER);
    }

    @Test
    void aCardWithoutAnotherAddressEndsTheOldOne() {
        NodeKeys bn = SoundKeys.of("BN", random);
        String via = "https://127.0.0.1:9";
        Answer added =
                sg.as("operator")
                        .post(
                                "/peers",
                                "{\"card\":%s,\"via\":\"%s\"}".formatted(json(bn.card()), via));
        assertThat(added.text("via")).isEqualTo(via);

        Answer again = add(bn.card());

        assertThat(again.body().has("via")).isFalse();
        assertThat(again.text("viaEnded")).isEqualTo(via);
        assertThat(add(bn.card()).body().has("viaEnded")).isFalse();
    }

    @Test
    void findsOutHowFarTheWayToAPeerGoes() {
        NodeKeys ph = SoundKeys.of("PH", random);
        add(ph.card());

        Answer tested = sg.as("operator").post("/peers/ph/test", "{}");

        assertThat(tested.body().path("allHeld").booleanValue()).isFalse();
        assertThat(tested.body().path("held")).hasSize(1);
        assertThat(tested.body().path("failed").path("step").stringValue())
                .isEqualTo("PORT_ANSWERS");
        assertThat(tested.body().path("failed").path("code").stringValue())
                .isEqualTo("FEDERATION_UNREACHED_CONNECTION_REFUSED");
        assertThat(tested.body().path("failed").path("next").stringValue()).isNotBlank();
        assertThat(about("peer-tested", ph)).hasSize(1);
    }

    // The wrong person.

    @ParameterizedTest
    @ValueSource(strings = {"operator", "lead", "watch"})
    void showsPeersToWhoAnswersForThem(String officer) {
        Answer seen = sg.as(officer).get("/peers");

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("fingerprint")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duty", "reader"})
    void showsPeersToNobodyElse(String officer) {
        refused(sg.as(officer).get("/peers"), 403, AccessGround.NOT_THIS_ROLE);
        refused(sg.as(officer).post("/peers/sg/withdrawal", "{}"), 403, AccessGround.NOT_THIS_ROLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"duty", "lead", "reader", "watch"})
    void onlyAnOperatorDecidesAboutPeers(String officer) {
        NodeKeys id = SoundKeys.of("ID", random);
        String card = body(id.card());
        AState.Caller caller = sg.as(officer);

        refused(caller.post("/peers", card), 403, AccessGround.NOT_THIS_ROLE);
        assertThat(about("peer-added", id)).isEmpty();

        NodeKeys known = SoundKeys.of("BN", random);
        add(known.card());
        String start = known.node().hex().substring(0, 16);
        for (String door : List.of("acceptance", "withdrawal", "test")) {
            refused(
                    caller.post("/peers/" + start + "/" + door, DECISION),
                    403,
                    AccessGround.NOT_THIS_ROLE);
        }
        assertThat(sg.leaves("denied"))
                .anyMatch(
                        leaf ->
                                leaf.contains(sg.token(officer).substring(0, 26))
                                        && leaf.contains("-peers\""));
    }

    @Test
    void refusesWhoShowsNoTokenOrARevokedOne() {
        sg.officer("gone", "operator");
        AState.Caller gone = sg.withToken(sg.token("gone"));
        assertThat(sg.as("operator").post("/officers/gone/revocation", "{}").status())
                .isEqualTo(201);

        refused(sg.asNobody().get("/peers"), 401, AccessGround.TOKEN_MISSING);
        refused(sg.asNobody().post("/peers", "{}"), 401, AccessGround.TOKEN_MISSING);
        refused(gone.post("/peers/my/withdrawal", "{}"), 401, AccessGround.TOKEN_REVOKED);
    }

    // What cannot be meant.

    @Test
    void refusesACardThatItsNodeDidNotSign() {
        NodeKeys one = SoundKeys.of("MM", random);
        NodeKeys other = SoundKeys.of("MM", random);

        refused(
                add(
                        SignedCard.sign(
                                one.card().card(), other.signing(), new PublishedCryptography())),
                422,
                FederationGround.CARD_NOT_GENUINE);
    }

    @Test
    void refusesOurOwnCard() {
        String ours = sg.as("operator").get("/peers").body().path("card").toString();

        refused(
                sg.as("operator").post("/peers", "{\"card\":" + ours + "}"),
                422,
                FederationGround.CARD_IS_OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vn.example:9440",
                "https://vn.example",
                "https://vn.example:9440/path",
                "https://user@vn.example:9440",
                "https://vn.example:9440?q",
                "vn.example:9440",
                "file:///etc/passwd"
            })
    void callsNothingButAnHttpsHostAndPort(String via) {
        NodeKeys vn = SoundKeys.of("VN", random);
        String body = "{\"card\":%s,\"via\":\"%s\"}".formatted(json(vn.card()), via);

        refused(sg.as("operator").post("/peers", body), 422, FederationGround.ADDRESS_MALFORMED);
        assertThat(about("peer-added", vn)).isEmpty();
    }

    @Test
    void aWrongFingerprintAcceptsNothingAndIsInTheLedger() {
        NodeKeys np = SoundKeys.of("NP", random);
        NodeKeys other = SoundKeys.of("NP", random);
        add(np.card());

        refused(
                accept("np", other.card().card().fingerprint()),
                422,
                FederationGround.FINGERPRINT_DIFFERS);

        assertThat(about("fingerprint-differs", np)).hasSize(1);
        assertThat(about("peering-accepted", np)).isEmpty();
    }

    /// No card has such a fingerprint, so it says nothing against this one.
    @Test
    void aFingerprintOfAnotherLengthIsToldAsSuchAndIsNothingForTheLedger() {
        NodeKeys bd = SoundKeys.of("BD", random);
        add(bd.card());
        String right = bd.card().card().fingerprint();

        for (String typed : List.of("", "12345", right + " 1", right.substring(1))) {
            refused(accept("bd", typed), 422, FederationGround.FINGERPRINT_LENGTH);
        }

        assertThat(about("fingerprint-differs", bd)).isEmpty();
        assertThat(about("peering-accepted", bd)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "abc", "0000000000000000"})
    void refusesAPeerThatIsNotKnown(String peer) {
        for (String door : List.of("acceptance", "withdrawal", "test")) {
            Answer answer = sg.as("operator").post("/peers/" + peer + "/" + door, DECISION);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        }
        refused(accept("xx", "0"), 404, FederationGround.PEER_UNKNOWN);
    }

    @Test
    void twoPeersOfOneStateAreNamedByTheirNodes() {
        add(SoundKeys.of("LK", random).card());
        NodeKeys second = SoundKeys.of("LK", random);
        add(second.card());

        refused(accept("lk", "0"), 404, FederationGround.PEER_UNKNOWN);
        assertThat(accept(second.node().hex(), second.card().card().fingerprint()).status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoCard() {
        for (String body :
                List.of(
                        "{}",
                        "[]",
                        "{\"card\":1}",
                        "{\"card\":{}}",
                        "{\"card\":{},\"why\":1}",
                        "{\"card\"")) {
            assertThat(sg.as("operator").post("/peers", body))
                    .returns(422, Answer::status)
                    .returns("REQUEST_MALFORMED", Answer::code);
        }
    }

    private static SignedCard renewed(NodeKeys keys) {
        Card card = keys.card().card();
        return SignedCard.sign(
                new Card(
                        card.node(),
                        card.state(),
                        card.serial() + 1,
                        card.addresses(),
                        card.signingKey(),
                        card.sealing(),
                        card.tlsKey(),
                        card.escalation()),
                keys.signing(),
                new PublishedCryptography());
    }

    private Answer add(SignedCard card) {
        return sg.as("operator").post("/peers", body(card));
    }

    private static String body(SignedCard card) {
        return "{\"card\":" + json(card) + "}";
    }

    private static String json(SignedCard card) {
        return new String(card.json().bytes(), StandardCharsets.UTF_8);
    }

    private Answer accept(String peer, String fingerprint) {
        return sg.as("operator")
                .post(
                        "/peers/" + peer + "/acceptance",
                        "{\"fingerprint\":\"" + fingerprint + "\"}");
    }

    private List<String> about(String kind, NodeKeys keys) {
        return sg.leaves(kind).stream()
                .filter(leaf -> leaf.contains("\"subject\":\"" + keys.node().hex() + "\""))
                .toList();
    }

    private static void refused(Answer answer, int status, Refusal ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(status);
    }
}
