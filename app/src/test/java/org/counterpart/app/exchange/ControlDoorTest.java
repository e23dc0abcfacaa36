package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.NOWHERE;
import static org.counterpart.app.exchange.TwoStates.denied;
import static org.counterpart.app.exchange.TwoStates.made;
import static org.counterpart.app.exchange.TwoStates.malformed;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;

/// Permissions: what an originator keeps control of beside recalls and members.
class ControlDoorTest extends BetweenTwoStates {
    private static final long FAR_OFF = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();

    ControlDoorTest(TwoStates both) {
        super(both);
    }

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
        refused(say(vn, "inspector", door, body), 404, SendingGround.ENTRY_UNKNOWN);
        refused(say(sg, "lead", door, body), 403, AccessGround.NOT_WRITTEN_BY_YOUR_DESK);
        assertThat(denied(vn, "inspector", "release", request.entry())).hasSize(1);
        assertThat(TwoStates.standing(vn, request.entry())).isEqualTo("ASKED");
    }

    @Test
    void whatWasTakenBackIsReleasedToNobody() {
        Sent answer = both.answered(both.asked());
        Sent request = permissionAsked(answer);
        assertThat(say(vn, "duty", "recall", TwoStates.recall(answer)).status()).isEqualTo(200);

        refused(
                say(vn, "lead", "permission/grant", grant(request)),
                409,
                SendingGround.ALREADY_RECALLED);
    }

    /// Nothing is said to it any more, so it is refused where it cannot be granted, and waits no longer.
    @Test
    void aRequestOfANodeThatWasPutOutIsRefusedOrWaitsUntilItIsBack() {
        Sent question = both.asked();
        Sent answer = both.answered(question);
        AState ng = both.ng();
        say(sg, "lead", "members/add", TwoStates.addition(question, "ng/customs"));
        both.until(() -> TwoStates.line(ng.as("duty"), question).has("content"));
        Sent request = Sent.of(say(ng, "duty", "permission/ask", permission(answer)));
        both.until(() -> TwoStates.standing(vn, request.entry()).equals("ASKED"));
        both.putOut(question, ng, vn);

        refused(
                say(vn, "lead", "permission/grant", grant(request)),
                409,
                SendingGround.ASKER_IS_OUT);
        Answer refusal = say(vn, "lead", "permission/refuse", refuse(request));

        assertThat(refusal.status()).as(refusal.toString()).isEqualTo(200);
        assertThat(TwoStates.standing(vn, request.entry())).isEqualTo("none");
    }

    /// Who derives from another state's entry gives it to a third one only when that state has given its leave.
    @Test
    void whatRestsOnAnotherStatesEntryIsNotReleasedWithoutIt() {
        Sent question = both.asked();
        ObjectNode derived = TwoStates.answer(question);
        derived.putArray("sources").add(question.entry());
        derived.set("handling", TwoStates.handling("H1", "H2"));
        Sent answer = Sent.of(say(vn, "duty", "answer", derived));
        both.until(() -> TwoStates.standing(sg, question.entry()).equals("ANSWERED"));
        AState ng = both.ng();
        Answer added = say(sg, "lead", "members/add", TwoStates.addition(question, "ng/customs"));
        assertThat(added.body().path("withheld").has(answer.entry())).as(added.toString()).isTrue();
        both.until(() -> TwoStates.line(ng.as("duty"), question).has("content"));
        Sent request =
                Sent.of(say(ng, "duty", "permission/ask", permission(answer).put("use", "READ")));
        both.until(() -> TwoStates.standing(vn, request.entry()).equals("ASKED"));

        refused(
                say(vn, "lead", "permission/grant", grant(request)),
                409,
                SendingGround.SOURCE_NOT_RELEASED);
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
        refused(say(sg, "inspector", "permission/ask", wish), 404, SendingGround.ENTRY_UNKNOWN);
        assertThat(denied(sg, "reader", "ask-release", answer.entry())).hasSize(1);
        assertThat(denied(sg, "inspector", "ask-release", answer.entry())).hasSize(1);
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

    @Test
    void aPermissionIsAskedOfTheNodeThatWroteTheEntry() {
        Sent question = both.asked();
        Answer own = say(sg, "duty", "permission/ask", permission(question));
        AState ng = both.ng();
        Sent answer = both.answered(question);

        refused(own, 422, SendingGround.NOT_ITS_AUTHOR);
        assertThat(own.body().toString()).contains("author = SG " + TwoStates.node(sg));
        assertThat(say(sg, "lead", "members/add", TwoStates.addition(question, "ng/customs")))
                .extracting(Answer::status)
                .isEqualTo(200);
        Answer other =
                say(sg, "duty", "permission/ask", permission(answer).put("of", "ng/customs"));
        refused(other, 422, SendingGround.NOT_ITS_AUTHOR);
        assertThat(other.body().toString()).contains("author = VN " + TwoStates.node(vn));
        assertThat(TwoStates.standing(ng, answer.entry())).isEqualTo("none");
    }

    @Test
    void aPermissionIsRefusedOnAGroundOfTheList() {
        Sent request = permissionAsked();

        malformed(say(vn, "lead", "permission/refuse", refuse(request).put("ground", "because")));

        assertThat(TwoStates.standing(vn, request.entry())).isEqualTo("ASKED");
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
        Answer tooLong =
                say(
                        sg,
                        "duty",
                        "permission/ask",
                        permission(answer).put("reason", "x".repeat(4_001)));
        refused(tooLong, 422, SendingGround.TEXT_TOO_LONG);
        assertThat(tooLong.body().path("sentence").stringValue()).contains("reason = 4000");
        refused(
                say(sg, "duty", "permission/ask", permission(answer).put("reason", " ")),
                422,
                SendingGround.REASON_MISSING);
    }

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
        return permissionAsked(both.answered(both.asked()));
    }

    private Sent permissionAsked(Sent answer) {
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
}
