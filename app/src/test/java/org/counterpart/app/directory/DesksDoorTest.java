package org.counterpart.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Writer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The doors of the directory, over real HTTP: who opens desks, what may be said of one, and that a peer learns of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesksDoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AState sg;
    private AState vn;

    DesksDoorTest() {}

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        sg.officer("reader", "analyst", sg.desk());
        sg.officer("watch", "oversight");
        sg.peersWith(vn);
        Awaitility.await().atMost(PATIENCE).until(() -> handles(sg).contains(vn.desk()));
    }

    @AfterAll
    void end() {
        sg.close();
        vn.close();
    }

    // Opening a desk.

    @Test
    void opensADeskAndSaysAllOfIt() {
        Answer added = add(with("handle", "coast-guard").put("kind", "coast-guard"));

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.text("handle")).isEqualTo("sg/coast-guard");
        assertThat(added.text("state")).isEqualTo("SG");
        assertThat(added.text("stateName")).isEqualTo("Singapore");
        assertThat(added.text("authority")).isEqualTo("Police Force");
        assertThat(added.text("kind")).isEqualTo("coast-guard");
        assertThat(added.body().path("languages").toString()).isEqualTo("[\"en\",\"zh-Hans\"]");
        assertThat(added.text("timeZone")).isEqualTo("Asia/Singapore");
        assertThat(added.body().path("own").booleanValue()).isTrue();
        assertThat(handles(sg)).contains("sg/coast-guard");
    }

    @Test
    void callsTheStateOfADeskInTheLanguageOfItsReader() {
        assertThat(stateName("fr-CM, en")).isEqualTo("Singapour");
        assertThat(stateName("ar")).isEqualTo("سنغافورة");
        assertThat(stateName("sw")).isEqualTo("Singapore");
        assertThat(stateName("; no list")).isEqualTo("Singapore");
    }

    private String stateName(String languages) {
        return sg.as("operator")
                .reading(languages)
                .get("/desks?state=sg")
                .body()
                .at("/desks/0/stateName")
                .stringValue();
    }

    @Test
    void leavesALeafOfTheNewDesk() {
        Answer added = add(with("handle", "leafed"));

        assertThat(sg.leaves("desk-added"))
                .filteredOn(leaf -> leaf.contains(added.text("id")))
                .singleElement()
                .asString()
                .contains("\"role\":\"operator\"")
                .doesNotContain("leafed");
    }

    @Test
    void servesADeskOfAnotherStateToo() {
        Answer added = add(with("handle", "guest").put("state", "la"));

        assertThat(added.text("handle")).isEqualTo("la/guest");
    }

    @Test
    void tellsPeersOfANewDesk() {
        Answer added = add(with("handle", "harbour"));

        Awaitility.await().atMost(PATIENCE).until(() -> handles(vn).contains("sg/harbour"));
        JsonNode learnt = desk(vn, "sg/harbour");
        assertThat(learnt.path("id").stringValue()).isEqualTo(added.text("id"));
        assertThat(learnt.path("own").booleanValue()).isFalse();
        assertThat(vn.leaves("desk-learnt")).anyMatch(leaf -> leaf.contains(added.text("id")));
    }

    @Test
    void learnsNothingFromAPeerThatItDoesNotUnderstand() {
        List<String> before = handles(sg);
        Vault vault = vn.node().bean(Vault.class);
        NodeId told = sg.node().bean(Vault.class).self();

        vault.open(
                Set.of(told),
                new Draft(
                        PublishedDesks.TYPE,
                        new Writer.Node(),
                        Audience.ofNodes(List.of(vault.self(), told)),
                        Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.INVESTIGATION)),
                        new Grading.NothingAsserted(),
                        Json.object().with("desks", "many"),
                        List.of()));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(sg.leaves("desk-refused"))
                                        .anyMatch(
                                                leaf ->
                                                        leaf.contains(vault.self().hex())
                                                                && leaf.contains(
                                                                        DirectoryGround
                                                                                .NOT_UNDERSTOOD
                                                                                .code())));
        assertThat(handles(sg)).containsAll(before);
    }

    /// Behind the check of who founded a desk.
    @Test
    void learnsNothingOfItsOwnDeskFromAPeer() {
        var id = new DeskId(desk(sg, sg.desk()).path("id").stringValue());
        NodeId peer = vn.node().bean(Vault.class).self();
        DeskProfile profile = sg.node().bean(Desks.class).known(id).orElseThrow().profile();

        ForeignDesks.Outcome outcome = sg.node().bean(ForeignDesks.class).learn(peer, id, profile);

        assertThat(outcome)
                .isEqualTo(new ForeignDesks.Outcome.Refused(DirectoryGround.DESK_IS_OURS));
        assertThat(desk(sg, sg.desk()).path("own").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"duty", "lead", "reader", "watch"})
    void onlyAnOperatorOpensADesk(String officer) {
        String body = with("handle", "by-" + officer).toString();

        refused(sg.as(officer).post("/desks", body), 403, AccessGround.NOT_THIS_ROLE);

        assertThat(handles(sg)).doesNotContain("sg/by-" + officer);
        assertThat(sg.leaves("denied"))
                .anyMatch(
                        leaf ->
                                leaf.contains("\"deed\":\"manage-desks\"")
                                        && leaf.contains(idOf(officer)));
    }

    @Test
    void refusesWhoShowsNoTokenOrARevokedOne() {
        sg.officer("gone", "operator");
        AState.Caller gone = sg.withToken(sg.token("gone"));
        assertThat(sg.as("operator").post("/officers/gone/revocation", "{}").status())
                .isEqualTo(201);

        for (AState.Caller caller : List.of(sg.asNobody(), gone)) {
            assertThat(caller.post("/desks", with("handle", "nowhere").toString()).status())
                    .isEqualTo(401);
            assertThat(caller.get("/desks").status()).isEqualTo(401);
        }
        refused(gone.get("/desks"), 401, AccessGround.TOKEN_REVOKED);
        assertThat(handles(sg)).doesNotContain("sg/nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state     | XX           | STATE_UNKNOWN",
                "state     | Singapore    | STATE_UNKNOWN",
                "handle    | Customs      | HANDLE_MALFORMED",
                "handle    | sg/tax       | HANDLE_MALFORMED",
                "handle    | x            | HANDLE_MALFORMED",
                "handle    | ''           | HANDLE_MALFORMED",
                "authority | ' '          | AUTHORITY_MALFORMED",
                "name      | ''           | NAME_MALFORMED",
                "kind      | space-police | KIND_UNKNOWN",
                "kind      | CUSTOMS      | KIND_UNKNOWN",
                "timeZone  | +08:00       | TIME_ZONE_UNKNOWN",
                "timeZone  | Asia/Atlantis| TIME_ZONE_UNKNOWN"
            })
    void refusesWhatCannotBeADesk(String field, String value, DirectoryGround ground) {
        refused(add(with(field, value)), 422, ground);
    }

    @Test
    void refusesLanguagesThatAreNone() {
        for (List<String> languages :
                List.of(List.<String>of(), List.of("en", ""), List.of("en_US_x!"))) {
            ObjectNode desk = with("handle", "mute");
            desk.putPOJO("languages", languages);
            refused(add(desk), 422, DirectoryGround.LANGUAGES_MALFORMED);
        }
    }

    @Test
    void refusesALanguageThatNobodyKnows() {
        for (String language : List.of("xx", "english", "en-QX")) {
            ObjectNode desk = with("handle", "babel");
            desk.putPOJO("languages", List.of("en", language));
            refused(add(desk), 422, DirectoryGround.LANGUAGE_UNKNOWN);
        }
    }

    @Test
    void aHandleIsTakenOnceInAState() {
        assertThat(add(with("handle", "twice")).status()).isEqualTo(201);

        refused(add(with("handle", "twice")), 409, DirectoryGround.HANDLE_TAKEN);

        assertThat(add(with("handle", "twice").put("state", "MY")).text("handle"))
                .isEqualTo("my/twice");
    }

    @Test
    void aPeersHandleIsNotTakenFromUs() {
        Answer added = add(with("handle", "customs").put("state", "VN"));

        assertThat(added.text("handle")).isEqualTo(vn.desk());
        assertThat(added.body().path("own").booleanValue()).isTrue();
    }

    // Looking at the directory.

    @ParameterizedTest
    @CsvSource({"duty", "lead", "reader", "watch", "operator"})
    void everyOfficerSeesTheDirectory(String officer) {
        Answer seen = sg.as(officer).get("/desks");

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().toString()).contains(sg.desk(), vn.desk());
    }

    @Test
    void showsTheDesksOfOneState() {
        List<String> found = handles(sg.as("duty").get("/desks?state=vn"));

        assertThat(found).contains(vn.desk()).allMatch(handle -> handle.startsWith("vn/"));
    }

    @Test
    void showsTheDirectoryFromANumberOn() {
        Answer all = sg.as("duty").get("/desks");
        long last = all.body().path("last").longValue();

        Answer rest = sg.as("duty").get("/desks?after=" + last);

        assertThat(handles(rest)).isEmpty();
        assertThat(rest.body().path("last").longValue()).isEqualTo(last);
        assertThat(rest.body().path("more").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/desks?state=Singapore, DIRECTORY_STATE_UNKNOWN",
        "/desks?state=1,         DIRECTORY_STATE_UNKNOWN",
        "/desks?after=last,      REQUEST_MALFORMED"
    })
    void refusesAStateOrNumberThatIsNone(String path, String code) {
        assertThat(sg.as("duty").get(path))
                .returns(422, Answer::status)
                .returns(code, Answer::code);
    }

    // Lawful but for what a test puts in.
    private static ObjectNode with(String field, String value) {
        ObjectNode desk = JsonMapper.shared().createObjectNode();
        Map.of(
                        "handle", "police",
                        "authority", "Police Force",
                        "name", "Criminal intelligence",
                        "kind", "police",
                        "timeZone", "Asia/Singapore")
                .forEach(desk::put);
        desk.putArray("languages").add("en").add("zh-Hans");
        return desk.put(field, value);
    }

    private Answer add(ObjectNode desk) {
        return sg.as("operator").post("/desks", desk.toString());
    }

    private static List<String> handles(AState state) {
        return handles(state.as("duty").get("/desks"));
    }

    private static List<String> handles(Answer page) {
        return page.body()
                .path("desks")
                .valueStream()
                .map(desk -> desk.path("handle").stringValue())
                .toList();
    }

    private static JsonNode desk(AState state, String handle) {
        return state.as("duty")
                .get("/desks")
                .body()
                .path("desks")
                .valueStream()
                .filter(desk -> desk.path("handle").stringValue().equals(handle))
                .findFirst()
                .orElseThrow();
    }

    private String idOf(String officer) {
        String token = sg.token(officer);
        return token.substring(0, token.indexOf('.'));
    }

    private static void refused(Answer answer, int status, Refusal ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(status);
    }
}
