package org.counterpart.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.app.language.Language;
import org.counterpart.app.language.Sentences;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// The doors of the roll of officers, over real HTTP on a whole node: who comes in, and who may change it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficersDoorTest {
    private static final String NOBODYS_TOKEN = "a".repeat(26) + "." + "A".repeat(43);

    private AState sg;

    OfficersDoorTest() {}

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        sg = AState.started(data, "sg", "Asia/Singapore");
        sg.officer("reader", "analyst", sg.desk());
        sg.officer("watch", "oversight");
        sg.officer("second-operator", "operator");
    }

    @AfterAll
    void end() {
        sg.close();
    }

    // Coming in.

    @Test
    void refusesWhoShowsNoToken() {
        refused(sg.asNobody().get("/officers"), 401, AccessGround.TOKEN_MISSING);
        assertThat(sg.asNobody().fetch("/officers").headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "/officers",
        "/desks",
        "/peers",
        "/ledger/head",
        "/ledger/export",
        "/exchange/inbox",
        "/exchange/dossiers/abcd",
        "/no/such/door"
    })
    void noDoorIsOpenToWhoShowsNoToken(String door) {
        refused(sg.asNobody().get(door), 401, AccessGround.TOKEN_MISSING);
    }

    @Test
    void refusesATokenThatNobodyHas() {
        String lead = sg.token("lead");
        String forged = lead.substring(0, lead.indexOf('.')) + "." + "A".repeat(43);

        for (String token : List.of("rubbish", NOBODYS_TOKEN, forged)) {
            refused(sg.withToken(token).get("/officers"), 401, AccessGround.TOKEN_UNKNOWN);
        }
    }

    @Test
    void refusesATokenFromTheRequestAfterItsRevocation() {
        sg.officer("short", "supervisor", sg.desk());
        AState.Caller officer = sg.withToken(sg.token("short"));
        assertThat(officer.get("/officers").status()).isEqualTo(200);

        assertThat(revoke("short").status()).isEqualTo(201);

        refused(officer.get("/officers"), 401, AccessGround.TOKEN_REVOKED);
        refused(officer.post("/officers", "{}"), 401, AccessGround.TOKEN_REVOKED);
    }

    @Test
    void readsNothingButJson() {
        String officer = "{\"name\":\"texting\",\"label\":\"T\",\"role\":\"oversight\"}";

        Answer answer = sg.as("operator").post("/officers", "text/plain", officer);

        assertThat(answer.code()).as(answer.toString()).isEqualTo("REQUEST_NOT_JSON");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(sg.as("operator").get("/officers").body().toString()).doesNotContain("texting");
    }

    /// A table that is not there stands for what nobody expects; which one it was is for the operator's log.
    @Test
    void saysNoMoreThanThatTheNodeFailedWhereItFails() {
        JdbcClient database = sg.node().bean(JdbcClient.class);

        database.sql("alter table directory.desk rename to desk_elsewhere").update();
        Answer answer = sg.as("duty").get("/desks");
        database.sql("alter table directory.desk_elsewhere rename to desk").update();

        assertThat(answer.code()).as(answer.toString()).isEqualTo("REQUEST_NODE_FAILED");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().toString()).doesNotContain("directory.desk", "relation");
        assertThat(sg.as("duty").get("/desks").status()).isEqualTo(200);
    }

    @Test
    void countsOneSignInForManyRequests() {
        String id = add("signing", "supervisor").body().path("officer").path("id").stringValue();
        assertThat(sg.leaves("signed-in")).noneMatch(leaf -> leaf.contains(id));

        sg.as("signing").get("/officers");
        sg.as("signing").get("/officers");

        assertThat(sg.leaves("signed-in")).filteredOn(leaf -> leaf.contains(id)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, FRENCH",
        "'ar-EG,en;q=0.5', ARABIC",
        "'de,vi;q=0.8,en;q=0.2', VIETNAMESE",
        "de, ENGLISH",
        "en, ENGLISH"
    })
    void refusesInTheReadersLanguage(String wish, Language language) {
        HttpResponse<byte[]> response = sg.as("duty").reading(wish).fetch("/officers");

        var wording = new Sentences().of(AccessGround.NOT_THIS_ROLE.code(), language);
        JsonNode body = JsonMapper.shared().readTree(response.body());
        assertThat(response.headers().firstValue("Content-Language")).hasValue(language.tag());
        assertThat(body.path("sentence").stringValue()).isEqualTo(wording.sentence());
        assertThat(body.path("next").stringValue()).isEqualTo(wording.next());
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(sg.as("operator").post("/officers", "{\"name\":"))
                .returns(422, Answer::status)
                .returns("REQUEST_MALFORMED", Answer::code);
        assertThat(sg.as("operator").get("/officers?after=last"))
                .returns(422, Answer::status)
                .returns("REQUEST_MALFORMED", Answer::code);
        assertThat(sg.as("operator").get("/officers/lead/role"))
                .returns(405, Answer::status)
                .returns("REQUEST_WRONG_METHOD", Answer::code);
        assertThat(sg.as("operator").get("/no/such/door"))
                .returns(404, Answer::status)
                .returns("REQUEST_NO_SUCH_DOOR", Answer::code);
    }

    // Looking at the roll.

    @ParameterizedTest
    @CsvSource({"operator", "lead", "watch"})
    void showsTheRollToWhoAnswersForOfficers(String officer) {
        Answer roll = sg.as(officer).get("/officers");

        assertThat(roll.status()).isEqualTo(200);
        assertThat(names(roll)).contains("operator", "duty", "lead", "reader", "watch");
        assertThat(roll.body().toString()).doesNotContain(sg.token("duty"));
    }

    @ParameterizedTest
    @CsvSource({"duty", "reader"})
    void showsTheRollToNobodyElse(String officer) {
        refused(sg.as(officer).get("/officers"), 403, AccessGround.NOT_THIS_ROLE);
    }

    @Test
    void showsTheRollFromANumberOn() {
        JsonNode all = sg.as("operator").get("/officers").body().path("officers");
        long first = all.path(0).path("number").longValue();

        Answer rest = sg.as("operator").get("/officers?after=" + first);

        assertThat(rest.body().path("officers").size()).isEqualTo(all.size() - 1);
        assertThat(names(rest)).doesNotContain("operator");
        assertThat(rest.body().path("more").booleanValue()).isFalse();
    }

    // Adding.

    @Test
    void addsAnOfficerWhoseTokenOpensTheDoors() throws Exception {
        Answer added = add("night", "duty-officer");

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.text("token")).isEqualTo(sg.token("night"));
        assertThat(added.body().path("officer").path("role").stringValue())
                .isEqualTo("duty-officer");
        assertThat(sg.withToken(added.text("token")).get("/exchange/inbox").status())
                .isEqualTo(200);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(Path.of(added.text("file")))))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesALeafOfWhoAddedWhomAndNoName() {
        Answer added = add("leafed", "analyst");

        String id = added.body().path("officer").path("id").stringValue();
        assertThat(sg.leaves("officer-added"))
                .filteredOn(leaf -> leaf.contains("\"subject\":\"" + id + "\""))
                .singleElement()
                .asString()
                .contains("\"new-role\":\"analyst\"", "\"role\":\"operator\"", idOf("operator"))
                .contains(added.body().path("officer").path("desk").stringValue())
                .doesNotContain("leafed");
    }

    @ParameterizedTest
    @CsvSource({"duty", "lead", "reader", "watch"})
    void onlyAnOperatorAddsAnOfficer(String officer) {
        String body = body("wished-by-" + officer, "A wish", "analyst", sg.desk());

        refused(sg.as(officer).post("/officers", body), 403, AccessGround.NOT_THIS_ROLE);

        assertThat(names(sg.as("operator").get("/officers")))
                .doesNotContain("wished-by-" + officer);
        assertThat(sg.leaves("denied"))
                .anyMatch(
                        leaf ->
                                leaf.contains(idOf(officer))
                                        && leaf.contains("\"deed\":\"manage-officers\"")
                                        && leaf.contains(AccessGround.NOT_THIS_ROLE.code()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Capital     | Someone | analyst   | sg/customs | NAME_MALFORMED",
                "''          | Someone | analyst   | sg/customs | NAME_MALFORMED",
                "../operator | Someone | analyst   | sg/customs | NAME_MALFORMED",
                "someone     | ' '     | analyst   | sg/customs | LABEL_MALFORMED",
                "someone     | Someone | emperor   | sg/customs | ROLE_UNKNOWN",
                "someone     | Someone | analyst   | ''         | DESK_MISSING",
                "someone     | Someone | operator  | sg/customs | DESK_NOT_WANTED",
                "someone     | Someone | oversight | sg/customs | DESK_NOT_WANTED"
            })
    void refusesWhoCannotBeAnOfficer(
            String name, String label, String role, String desk, AccessGround ground) {
        Answer answer = sg.as("operator").post("/officers", body(name, label, role, desk));

        refused(answer, 422, ground);
    }

    @Test
    void refusesALabelOfMoreThanOneLineOrTooLong() {
        for (String label : List.of("Duty\\nofficer", "x".repeat(121))) {
            Answer answer =
                    sg.as("operator")
                            .post("/officers", body("someone", label, "analyst", sg.desk()));
            refused(answer, 422, AccessGround.LABEL_MALFORMED);
        }
    }

    @Test
    void whatIsAbsentIsRefusedLikeWhatIsWrong() {
        refused(sg.as("operator").post("/officers", "{}"), 422, AccessGround.NAME_MALFORMED);
        refused(
                sg.as("operator").post("/officers", "{\"name\":\"someone\"}"),
                422,
                AccessGround.LABEL_MALFORMED);
        refused(
                sg.as("operator").post("/officers/lead/role", "{}"),
                422,
                AccessGround.ROLE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"sg/police", "vn/customs", "nonsense"})
    void refusesADeskThatThisNodeDoesNotServe(String desk) {
        refused(
                sg.as("operator").post("/officers", body("someone", "Someone", "analyst", desk)),
                404,
                AccessGround.DESK_NOT_OURS);
    }

    @Test
    void aNameIsTakenUntilItsOfficerIsRevoked() {
        Answer first = add("passed-on", "analyst");

        refused(add("passed-on", "supervisor"), 409, AccessGround.NAME_TAKEN);
        assertThat(sg.token("passed-on")).isEqualTo(first.text("token"));

        assertThat(revoke("passed-on").status()).isEqualTo(201);
        Answer second = add("passed-on", "supervisor");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("token")).isNotEqualTo(first.text("token"));
        refused(
                sg.withToken(first.text("token")).get("/officers"),
                401,
                AccessGround.TOKEN_REVOKED);
        assertThat(sg.as("passed-on").get("/officers").status()).isEqualTo(200);
    }

    // Revoking.

    @Test
    void revokesAnOfficerForGood() {
        Answer added = add("leaving", "analyst");
        String id = added.body().path("officer").path("id").stringValue();

        Answer revoked = revoke("leaving");

        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(201);
        assertThat(revoked.text("revokedAt")).isNotBlank();
        assertThat(Path.of(added.text("file"))).doesNotExist();
        assertThat(sg.leaves("officer-revoked")).filteredOn(leaf -> leaf.contains(id)).hasSize(1);
        assertThat(sg.as("operator").get("/officers").body().path("officers"))
                .filteredOn(one -> one.path("officer").path("id").stringValue().equals(id))
                .singleElement()
                .matches(one -> one.has("revokedAt"));
        refused(revoke("leaving"), 409, AccessGround.OFFICER_REVOKED);
        refused(changeRole("leaving", "supervisor"), 409, AccessGround.OFFICER_REVOKED);
    }

    @ParameterizedTest
    @CsvSource({"nobody", "Nobody!"})
    void refusesToRevokeOrChangeWhoIsNotOnTheRoll(String name) {
        String path = name.replace("!", "%21");

        refused(revoke(path), 404, AccessGround.OFFICER_UNKNOWN);
        refused(changeRole(path, "analyst"), 404, AccessGround.OFFICER_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"duty", "lead", "reader", "watch"})
    void onlyAnOperatorRevokesOrGivesAPost(String officer) {
        AState.Caller caller = sg.as(officer);

        refused(
                caller.post("/officers/second-operator/revocation", "{}"),
                403,
                AccessGround.NOT_THIS_ROLE);
        refused(
                caller.post("/officers/" + officer + "/role", "{\"role\":\"operator\"}"),
                403,
                AccessGround.NOT_THIS_ROLE);
        assertThat(sg.as("second-operator").get("/officers").status()).isEqualTo(200);
    }

    // Giving a post.

    @Test
    void givesAnotherRoleAndTheTokenStays() {
        Answer added = add("rising", "duty-officer");
        AState.Caller rising = sg.withToken(added.text("token"));
        refused(rising.get("/officers"), 403, AccessGround.NOT_THIS_ROLE);

        Answer changed = changeRole("rising", "supervisor");

        assertThat(changed.text("role")).isEqualTo("supervisor");
        assertThat(rising.get("/officers").status()).isEqualTo(200);
        assertThat(sg.leaves("role-changed"))
                .filteredOn(leaf -> leaf.contains(changed.text("id")))
                .singleElement()
                .asString()
                .contains("\"old-role\":\"duty-officer\"", "\"new-role\":\"supervisor\"");
    }

    @Test
    void refusesThePostThatTheOfficerHas() {
        refused(changeRole("lead", "supervisor"), 409, AccessGround.POST_UNCHANGED);
    }

    @Test
    void nobodyChangesTheOwnPost() {
        refused(changeRole("operator", "supervisor"), 403, AccessGround.OWN_POST);
        assertThat(sg.leaves("denied"))
                .anyMatch(leaf -> leaf.contains(AccessGround.OWN_POST.code()));
    }

    @Test
    void refusesAPostThatCannotBe() {
        AState.Caller operator = sg.as("operator");

        refused(
                operator.post("/officers/lead/role", "{\"role\":\"analyst\"}"),
                422,
                AccessGround.DESK_MISSING);
        refused(
                operator.post(
                        "/officers/lead/role", "{\"role\":\"operator\",\"desk\":\"sg/customs\"}"),
                422,
                AccessGround.DESK_NOT_WANTED);
        refused(
                operator.post(
                        "/officers/lead/role", "{\"role\":\"analyst\",\"desk\":\"sg/police\"}"),
                404,
                AccessGround.DESK_NOT_OURS);
    }

    // What changes the node for the tests above comes after them.

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void keepsTheLastOperator() {
        assertThat(revoke("second-operator").status()).isEqualTo(201);

        refused(revoke("operator"), 409, AccessGround.LAST_OPERATOR);

        assertThat(sg.as("operator").get("/officers").status()).isEqualTo(200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void slowsStrangersAndStillLetsOfficersIn() {
        var seen = new ArrayList<String>();
        Answer answer = sg.withToken(NOBODYS_TOKEN).get("/officers");
        while (answer.status() != 429 && seen.size() < 2 * Limit.UNKNOWN_TOKENS_A_MINUTE.value()) {
            seen.add(answer.code());
            answer = sg.withToken(NOBODYS_TOKEN).get("/officers");
        }

        refused(answer, 429, AccessGround.TOO_MANY_UNKNOWN_TOKENS);
        assertThat(seen).containsOnly(AccessGround.TOKEN_UNKNOWN.code());
        assertThat(sg.as("lead").get("/officers").status()).isEqualTo(200);
    }

    private Answer add(String name, String role) {
        return sg.as("operator").post("/officers", body(name, "Officer " + name, role, sg.desk()));
    }

    private static String body(String name, String label, String role, String desk) {
        return """
        {"name":"%s","label":"%s","role":"%s","desk":"%s"}
        """
                .formatted(name, label, role, desk);
    }

    private Answer revoke(String name) {
        return sg.as("operator").post("/officers/" + name + "/revocation", "{}");
    }

    private Answer changeRole(String name, String role) {
        return sg.as("operator")
                .post(
                        "/officers/" + name + "/role",
                        "{\"role\":\"%s\",\"desk\":\"%s\"}".formatted(role, sg.desk()));
    }

    private String idOf(String officer) {
        String token = sg.token(officer);
        return token.substring(0, token.indexOf('.'));
    }

    private static List<String> names(Answer roll) {
        return roll.body()
                .path("officers")
                .valueStream()
                .map(one -> one.path("officer").path("name").stringValue())
                .toList();
    }

    private static void refused(Answer answer, int status, AccessGround ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(status);
    }
}
