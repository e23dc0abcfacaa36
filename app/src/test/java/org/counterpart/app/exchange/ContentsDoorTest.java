package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.denied;
import static org.counterpart.app.exchange.TwoStates.idOf;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.SignedEnvelope;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Taking the contents of a dossier out for a verifier: each one that leaves has its leaf, and the others say why they stay.
class ContentsDoorTest extends BetweenTwoStates {
    ContentsDoorTest(TwoStates both) {
        super(both);
    }

    @Test
    void whatTheCodesAllowLeavesWithItsKeyAndALeaf() {
        Sent told = both.told();

        JsonNode taken = taken(vn, "reader", told.dossier(), told);

        assertThat(taken.path("state").stringValue()).isEqualTo("HELD");
        assertThat(taken.path("sealed").stringValue("")).isNotEmpty();
        assertThat(taken.path("key").stringValue("")).isNotEmpty();
        assertThat(about(vn, "content-exported", told))
                .singleElement()
                .asString()
                .contains("\"role\":\"analyst\"", idOf(vn, "reader"));
        assertThat(about(sg, "content-exported", told)).isEmpty();
    }

    @Test
    void theDossierIsNamedByTheFirstDigitsOfAnEntry() {
        Sent told = both.told();

        assertThat(contents(vn, "duty", told.entry().substring(0, 12)).text("dossier"))
                .isEqualTo(told.dossier());
    }

    @Test
    void whatTheCodesForbidStaysWithItsGrounds() {
        Sent answer = both.answered(both.asked());

        JsonNode kept = taken(sg, "lead", answer.dossier(), answer);

        assertThat(kept.path("state").stringValue()).isEqualTo("KEPT_BACK");
        assertThat(kept.path("grounds").toString())
                .contains(HandlingGround.H2_NEEDS_PERMISSION.code());
        assertThat(kept.has("key")).isFalse();
        assertThat(about(sg, "content-exported", answer)).isEmpty();
    }

    @Test
    void whatIsGuardedByAConditionLeavesOnceThatIsUnderstood() {
        ObjectNode guarded = TwoStates.information();
        guarded.set(
                "handling",
                TwoStates.handling("H3")
                        .put("restrictions", "For the court file only")
                        .put("noArrestOnThisAlone", true)
                        .put("contactBeforeAction", false));
        Sent told = Sent.of(say(sg, "duty", "tell", guarded));
        both.until(() -> !TwoStates.standing(vn, told.entry()).equals("none"));

        JsonNode closed = taken(vn, "duty", told.dossier(), told);
        JsonNode open = taken(vn, "duty", told.dossier() + "?understood=true", told);

        assertThat(closed.path("grounds").toString())
                .contains(HandlingGround.CONDITION_NOT_UNDERSTOOD.code());
        assertThat(open.path("state").stringValue()).as(open.toString()).isEqualTo("HELD");
        assertThat(about(vn, "content-exported", told)).hasSize(1);
    }

    @Test
    void whatWasErasedIsTakenOutAsErased() {
        Sent told = both.told();
        Sent recall = Sent.of(say(sg, "duty", "recall", TwoStates.recall(told)));
        both.until(() -> TwoStates.standing(vn, recall.entry()).equals("ASKED"));
        assertThat(say(vn, "duty", "recall-answer", TwoStates.erased(recall)).status())
                .isEqualTo(200);

        JsonNode gone = taken(vn, "duty", told.dossier(), told);

        assertThat(gone.path("state").stringValue()).isEqualTo("ERASED");
        assertThat(gone.has("sealed") || gone.has("key")).isFalse();
        assertThat(about(vn, "content-exported", told)).isEmpty();
    }

    @Test
    void theNextDeskTakesNothingOutAndIsNotToldThatThereIsSomething() {
        Sent told = both.told();

        for (String subject : List.of(told.dossier(), told.entry(), told.entry().substring(0, 8))) {
            refused(contents(vn, "inspector", subject), 404, SendingGround.DOSSIER_UNKNOWN);
        }

        assertThat(denied(vn, "inspector", "export-contents", told.dossier())).hasSize(3);
        assertThat(about(vn, "content-exported", told)).isEmpty();
    }

    @Test
    void aDossierOfOtherStatesIsNotHere() {
        ObjectNode information = TwoStates.information();
        information.putArray("to").add(both.ng().desk());
        Sent told = Sent.of(say(sg, "duty", "tell", information));

        refused(contents(vn, "duty", told.dossier()), 404, SendingGround.DOSSIER_UNKNOWN);
        refused(contents(vn, "duty", told.entry()), 404, SendingGround.DOSSIER_UNKNOWN);
        assertThat(about(vn, "denied", told.dossier())).isEmpty();
    }

    /// What its desk held until then is still its own to prove.
    @Test
    void whoWasPutOutTakesOutWhatItHolds() {
        Sent told = both.told();
        both.putOut(told, vn, vn);

        assertThat(taken(vn, "duty", told.dossier(), told).path("state").stringValue())
                .isEqualTo("HELD");
    }

    private static AState.Answer contents(AState state, String officer, String subject) {
        return state.as(officer).get("/exchange/contents/" + subject);
    }

    /// One entry among what was taken out. The signed form carries no id, so it is found by the hash that is one.
    private static JsonNode taken(AState state, String officer, String subject, Sent sent) {
        for (JsonNode one : contents(state, officer, subject).body().path("entries")) {
            byte[] signed = one.path("entry").toString().getBytes(StandardCharsets.UTF_8);
            var entry = SignedEnvelope.read(CanonicalJson.readLoosely(signed));
            if (entry.id().hex().equals(sent.entry())) {
                return one;
            }
        }
        return JsonMapper.shared().createObjectNode();
    }
}
