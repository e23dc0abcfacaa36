package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.NOWHERE;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.made;
import static org.counterpart.app.exchange.TwoStates.malformed;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What an originator keeps control of beside recalls: permissions and members, between two nodes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlDoorTest {
    private static final long FAR_OFF = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();

    private TwoStates both;
    private AState sg;
    private AState vn;

    ControlDoorTest() {}

    @BeforeAll
    void start(@TempDir Path data) {
        both = TwoStates.started(data);
        sg = both.sg();
        vn = both.vn();
    }

    @AfterAll
    void end() {
        both.close();
    }

    // Permissions.

    @Test
    void thePermissionThatWasAskedForIsGrantedByWhoAnswersForTheDesk() {
        Sent request = permissionAsked();
        assertThat(TwoStates.item(vn, request.entry()).path("kind").stringValue())
                .isEqualTo("PERMISSION_ASKED");

        refused(
                say(vn, "duty", "permission/grant", grant(request)),
                403,
                AccessGround.NOT_THIS_ROLE);
        refused(
                say(vn, "lead", "permission/grant", grant(request).put("expires", 1)),
                422,
                SendingGround.DAY_IS_PAST);
        Sent granted = Sent.of(say(vn, "lead", "permission/grant", grant(request)));

        both.until(() -> TwoStates.line(sg.as("duty"), granted).has("content"));
        assertThat(made(vn, granted)).contains("\"type\":\"release\"", "\"role\":\"supervisor\"");
        assertThat(TwoStates.standing(vn, request.entry())).isEqualTo("none");
        refused(
                say(vn, "lead", "permission/grant", grant(request)),
                409,
                SendingGround.PERMISSION_DECIDED);
    }

    @Test
    void aPermissionIsRefusedOnAGround() {
        Sent request = permissionAsked();

        Sent refusal = Sent.of(say(vn, "lead", "permission/refuse", refuse(request)));

        both.until(() -> TwoStates.line(sg.as("duty"), refusal).has("content"));
        assertThat(TwoStates.line(sg.as("duty"), refusal).path("content").toString())
                .contains("ongoing-proceedings");
        assertThat(made(vn, refusal)).contains("\"type\":\"release-refused\"");
        refused(
                say(vn, "lead", "permission/refuse", refuse(request)),
                409,
                SendingGround.PERMISSION_DECIDED);
    }

    @ParameterizedTest
    @CsvSource({"permission/grant", "permission/refuse"})
    void nobodyElseDecidesAboutIt(String door) {
        Sent request = permissionAsked();
        ObjectNode body = door.endsWith("grant") ? grant(request) : refuse(request);

        refused(say(vn, "reader", door, body), 403, AccessGround.NOT_THIS_ROLE);
        refused(say(vn, "inspector", door, body), 403, AccessGround.NOT_YOUR_DESK);
        refused(say(sg, "lead", door, body), 403, AccessGround.NOT_WRITTEN_BY_YOUR_DESK);
        assertThat(TwoStates.standing(vn, request.entry())).isEqualTo("ASKED");
    }

    @Test
    void whatIsNoRequestForPermissionIsNotDecided() {
        Sent told = both.told();

        refused(
                say(vn, "lead", "permission/grant", grant(told)),
                422,
                SendingGround.NOT_SUCH_AN_ENTRY);
        refused(
                say(vn, "lead", "permission/refuse", refuse(NOWHERE)),
                404,
                SendingGround.ENTRY_UNKNOWN);
    }

    @Test
    void onlyADeskThatTakesPartAsksForPermission() {
        Sent answer = both.answered(both.asked());
        ObjectNode wish = permission(answer);

        refused(say(sg, "reader", "permission/ask", wish), 403, AccessGround.NOT_THIS_ROLE);
        refused(say(sg, "inspector", "permission/ask", wish), 403, AccessGround.NOT_YOUR_DESK);
        assertThat(about(sg, "denied", answer)).hasSize(2);
    }

    @Test
    void aPermissionIsAskedOfAnotherStateInADossierThatIsHeld() {
        Sent answer = both.answered(both.asked());
        var elsewhere = new Sent(NOWHERE.dossier(), answer.entry());

        refused(
                say(sg, "duty", "permission/ask", permission(elsewhere)),
                404,
                SendingGround.DOSSIER_UNKNOWN);
        refused(
                say(sg, "duty", "permission/ask", permission(answer).put("of", "vn/nobody")),
                404,
                SendingGround.DESK_UNKNOWN);
        refused(
                say(sg, "duty", "permission/ask", permission(answer).put("of", "sg/police")),
                422,
                SendingGround.DESK_IS_OURS);
        malformed(say(sg, "duty", "permission/ask", permission(answer).put("use", "LOOK")));
    }

    /// What speaks of entries of another dossier, or of none, is void for all who read it.
    @Test
    void aPermissionIsAskedForEntriesOfItsDossier() {
        Sent answer = both.answered(both.asked());
        Sent other = both.told();
        ObjectNode foreign = permission(new Sent(answer.dossier(), other.entry()));
        ObjectNode invented = permission(new Sent(answer.dossier(), NOWHERE.entry()));
        ObjectNode none = permission(answer);
        none.putArray("entries");

        refused(say(sg, "duty", "permission/ask", foreign), 404, SendingGround.ENTRY_UNKNOWN);
        refused(say(sg, "duty", "permission/ask", invented), 404, SendingGround.ENTRY_UNKNOWN);
        malformed(say(sg, "duty", "permission/ask", none));
        malformed(
                say(
                        sg,
                        "duty",
                        "permission/ask",
                        permission(answer).put("reason", "x".repeat(4_001))));
    }

    // Members.

    @Test
    void aNodeThatIsPutOutIsNoMember() {
        Sent asked = both.asked();
        ObjectNode removal = removal(asked, node(vn));

        Answer removed = say(sg, "lead", "members/remove", removal);

        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        assertThat(made(sg, new Sent(asked.dossier(), removed.text("entry"))))
                .contains("\"type\":\"member-removed\"", "\"role\":\"supervisor\"");
        both.until(() -> !states(vn, asked).contains("VN"));
        refused(say(sg, "lead", "members/remove", removal), 409, SendingGround.NOT_A_MEMBER);
        Answer late = vn.as("duty").post("/exchange/answer", TwoStates.answer(asked).toString());
        assertThat(late.status()).as(late.toString()).isEqualTo(409);
    }

    @Test
    void whoeverWasPutOutIsBroughtInAgain() {
        Sent asked = both.asked();
        assertThat(say(sg, "lead", "members/remove", removal(asked, node(vn))).status())
                .isEqualTo(200);

        Answer added = say(sg, "lead", "members/add", addition(asked, "vn/customs"));

        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(added.body().path("given").toString()).contains(asked.entry());
        assertThat(about(sg, "given", asked)).hasSize(1);
        both.until(() -> states(vn, asked).contains("VN"));
    }

    @Test
    void onlyWhoAnswersForADeskThatTakesPartChangesMembers() {
        Sent asked = both.asked();
        ObjectNode addition = addition(asked, "vn/police");
        ObjectNode removal = removal(asked, node(vn));

        for (String officer : List.of("duty", "reader")) {
            refused(say(sg, officer, "members/add", addition), 403, AccessGround.NOT_THIS_ROLE);
            refused(say(sg, officer, "members/remove", removal), 403, AccessGround.NOT_THIS_ROLE);
        }
        refused(say(sg, "inspector", "members/add", addition), 403, AccessGround.NOT_YOUR_DESK);
        refused(say(sg, "inspector", "members/remove", removal), 403, AccessGround.NOT_YOUR_DESK);
        assertThat(
                        sg.leaves("denied").stream()
                                .filter(leaf -> leaf.contains("\"deed\":\"manage-members\""))
                                .filter(leaf -> leaf.contains(asked.dossier())))
                .hasSize(6);
        assertThat(states(sg, asked)).contains("VN");
    }

    @Test
    void onlyAStewardChangesMembers() {
        Sent asked = both.asked();

        Answer removed = say(vn, "lead", "members/remove", removal(asked, node(sg)));

        assertThat(removed.code()).as(removed.toString()).isEqualTo("ENVELOPE_NOT_A_STEWARD");
        assertThat(removed.status()).isEqualTo(409);
        assertThat(states(vn, asked)).contains("SG");
    }

    @Test
    void aNewcomerIsOfANodeThatDoesNotTakePartYet() {
        Sent asked = both.asked();

        refused(
                say(sg, "lead", "members/add", addition(asked, "vn/police")),
                409,
                SendingGround.ALREADY_A_MEMBER);
        refused(
                say(sg, "lead", "members/add", addition(asked, "vn/nobody")),
                404,
                SendingGround.DESK_UNKNOWN);
        refused(
                say(sg, "lead", "members/add", addition(NOWHERE, "vn/police")),
                404,
                SendingGround.DOSSIER_UNKNOWN);
        refused(
                say(sg, "lead", "members/remove", removal(NOWHERE, node(vn))),
                404,
                SendingGround.DOSSIER_UNKNOWN);
        refused(
                say(sg, "lead", "members/remove", removal(asked, "0".repeat(32))),
                409,
                SendingGround.NOT_A_MEMBER);
        malformed(say(sg, "lead", "members/remove", removal(asked, "the other one")));
    }

    // Every door of control.

    @ParameterizedTest
    @CsvSource({
        "recall",
        "recall-answer",
        "permission/ask",
        "permission/grant",
        "permission/refuse",
        "members/add",
        "members/remove"
    })
    void noDoorOpensToWhoIsNoOfficerOfADesk(String door) {
        refused(sg.asNobody().post("/exchange/" + door, "{}"), 401, AccessGround.TOKEN_MISSING);
        for (String officer : List.of("operator", "watch")) {
            refused(sg.as(officer).post("/exchange/" + door, "{}"), 403, AccessGround.NEEDS_A_DESK);
        }
        malformed(sg.as("lead").post("/exchange/" + door, "{\"unknown\":1}"));
    }

    /// sg asks vn to bring its answer before a court.
    private Sent permissionAsked() {
        Sent answer = both.answered(both.asked());
        Sent request = Sent.of(say(sg, "duty", "permission/ask", permission(answer)));
        both.until(() -> TwoStates.standing(vn, request.entry()).equals("ASKED"));
        return request;
    }

    private static ObjectNode permission(Sent answer) {
        ObjectNode wish =
                TwoStates.with("dossier", answer.dossier())
                        .put("of", "vn/customs")
                        .put("use", "COURT")
                        .put("reason", "The hearing is in May");
        wish.putArray("entries").add(answer.entry());
        return wish;
    }

    private static ObjectNode grant(Sent request) {
        return TwoStates.with("request", request.entry()).put("expires", FAR_OFF);
    }

    private static ObjectNode refuse(Sent request) {
        return TwoStates.with("request", request.entry()).put("ground", "ongoing-proceedings");
    }

    private static ObjectNode addition(Sent asked, String desk) {
        return TwoStates.with("dossier", asked.dossier())
                .put("desk", desk)
                .put("reason", "The case touches them");
    }

    private static ObjectNode removal(Sent asked, String node) {
        return TwoStates.with("dossier", asked.dossier())
                .put("node", node)
                .put("reason", "No longer concerned");
    }

    private static String node(AState state) {
        return state.as("operator").get("/peers").body().at("/card/card/node").stringValue();
    }

    private static List<String> states(AState state, Sent asked) {
        return state.as("duty")
                .get("/exchange/dossiers/" + asked.dossier())
                .body()
                .path("members")
                .valueStream()
                .map(member -> member.path("state").stringValue())
                .toList();
    }
}
