package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.NOWHERE;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.denied;
import static org.counterpart.app.exchange.TwoStates.idOf;
import static org.counterpart.app.exchange.TwoStates.malformed;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.HandlingGround;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;

/// What was received, as evidence before a court.
class CourtDoorTest extends BetweenTwoStates {
    CourtDoorTest(TwoStates both) {
        super(both);
    }

    @Test
    void whatTheCodesAllowIsUsedAndTheLedgerSaysByWhom() {
        Sent told = both.told();

        Answer used = say(vn, "duty", "court", court(told));

        assertThat(used.status()).as(used.toString()).isEqualTo(200);
        assertThat(used.body().at("/because/0").stringValue()).isEqualTo("CODES_ALLOW");
        assertThat(used.text("dossier")).isEqualTo(told.dossier());
        assertThat(about(vn, "used-in-court", told))
                .singleElement()
                .asString()
                .contains("\"role\":\"duty-officer\"", idOf(vn, "duty"));
        assertThat(say(sg, "duty", "court", court(told)).body().at("/because/0").stringValue())
                .isEqualTo("OWN_ENTRY");
    }

    /// H1, and a purpose that the author did not name.
    @Test
    void whatItsHandlingForbidsIsNotUsedAndLeavesNoLeafOfUse() {
        Sent asked = both.asked();

        blocked(say(vn, "duty", "court", court(asked)), HandlingGround.H1_NEEDS_PERMISSION);
        ObjectNode prosecution = court(asked);
        prosecution.putArray("purposes").add("PROSECUTION");
        blocked(say(vn, "duty", "court", prosecution), HandlingGround.PURPOSE_NOT_PERMITTED);
        ObjectNode none = court(asked);
        none.putArray("purposes");
        blocked(say(vn, "duty", "court", none), HandlingGround.PURPOSE_NOT_PERMITTED);
        assertThat(about(vn, "used-in-court", asked)).isEmpty();
    }

    @Test
    void whatItsAuthorReleasedForThisIsUsed() {
        Sent question = both.asked();
        ObjectNode request =
                TwoStates.with("dossier", question.dossier())
                        .put("of", "sg/customs")
                        .put("use", "COURT")
                        .put("reason", "The hearing is in May");
        request.putArray("entries").add(question.entry());
        Sent wish = Sent.of(say(vn, "duty", "permission/ask", request));
        both.until(() -> TwoStates.standing(sg, wish.entry()).equals("ASKED"));
        ObjectNode grant =
                TwoStates.with("request", wish.entry())
                        .put("expires", Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
        Sent granted = Sent.of(say(sg, "lead", "permission/grant", grant));
        both.until(() -> TwoStates.line(vn.as("duty"), granted).has("content"));

        Answer used = say(vn, "duty", "court", court(question));

        assertThat(used.status()).as(used.toString()).isEqualTo(200);
        assertThat(used.body().at("/because/0").stringValue()).isEqualTo("RELEASED");
    }

    @Test
    void aRestrictionIsReadAndUnderstoodFirst() {
        ObjectNode information = TwoStates.information();
        ObjectNode handling = TwoStates.handling("H3").put("restrictions", "Do not arrest on this");
        information.set(
                "handling",
                handling.put("noArrestOnThisAlone", true).put("contactBeforeAction", false));
        Sent told = Sent.of(say(sg, "duty", "tell", information));
        both.until(() -> !TwoStates.standing(vn, told.entry()).equals("none"));

        blocked(say(vn, "duty", "court", court(told)), HandlingGround.CONDITION_NOT_UNDERSTOOD);
        assertThat(say(vn, "duty", "court", court(told).put("understood", true)).status())
                .isEqualTo(200);
    }

    @Test
    void whatWasTakenBackIsNotUsed() {
        Sent told = both.told();
        Sent recall = Sent.of(say(sg, "duty", "recall", TwoStates.recall(told)));
        both.until(() -> TwoStates.standing(vn, recall.entry()).equals("ASKED"));

        blocked(say(vn, "duty", "court", court(told)), HandlingGround.RECALLED);
        blocked(say(sg, "duty", "court", court(told)), HandlingGround.RECALLED);
    }

    @Test
    void onlyWhoSpeaksForADeskWithPartInItUsesIt() {
        Sent told = both.told();

        refused(say(vn, "reader", "court", court(told)), 403, AccessGround.NOT_THIS_ROLE);
        refused(say(vn, "inspector", "court", court(told)), 404, SendingGround.ENTRY_UNKNOWN);
        for (String officer : List.of("operator", "watch")) {
            refused(say(vn, officer, "court", court(told)), 403, AccessGround.NEEDS_A_DESK);
        }
        refused(vn.asNobody().post("/exchange/court", "{}"), 401, AccessGround.TOKEN_MISSING);
        assertThat(denied(vn, "reader", "use-in-court", told.entry())).hasSize(1);
        assertThat(denied(vn, "inspector", "use-in-court", told.entry())).hasSize(1);
        assertThat(about(vn, "used-in-court", told)).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        Sent told = both.told();

        refused(say(vn, "duty", "court", court(NOWHERE)), 404, SendingGround.ENTRY_UNKNOWN);
        malformed(say(vn, "duty", "court", TwoStates.with("entry", told.entry())));
        malformed(say(vn, "duty", "court", court(told).put("judge", "none")));
        malformed(say(vn, "duty", "court", court(told).put("understood", "yes")));
        ObjectNode other = court(told);
        other.putArray("purposes").add("REVENGE");
        malformed(say(vn, "duty", "court", other));
    }

    private static ObjectNode court(Sent sent) {
        ObjectNode body = TwoStates.with("entry", sent.entry());
        body.putArray("purposes").add("INVESTIGATION");
        return body;
    }

    private static void blocked(Answer answer, HandlingGround ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(403);
    }
}
