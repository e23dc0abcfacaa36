package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.line;
import static org.counterpart.app.exchange.TwoStates.say;
import static org.counterpart.app.exchange.TwoStates.standing;

import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What an officer may do next is told, and nothing that would be refused.
class SeeingNextTest extends BetweenTwoStates {
    SeeingNextTest(TwoStates both) {
        super(both);
    }

    @Test
    void whoIsAskedMayAnswerAndRefuse() {
        Sent question = both.asked();

        assertThat(steps(vn, "duty", question)).startsWith("ANSWER", "REFUSE");
        assertThat(steps(sg, "duty", question)).contains("RECALL").doesNotContain("ANSWER");
        assertThat(moves(vn, "duty", question)).containsExactly("ASK_ON");
    }

    @Test
    void whoOnlyReadsIsToldNothingToSay() {
        Sent question = both.asked();

        assertThat(steps(vn, "reader", question))
                .doesNotContain("ANSWER", "REFUSE", "RECALL", "ASK_FOR_COURT");
        assertThat(moves(vn, "reader", question)).isEmpty();
    }

    @Test
    void whatIsAnsweredIsNotAnsweredAgain() {
        Sent question = both.asked();

        both.answered(question);

        assertThat(steps(vn, "duty", question)).doesNotContain("ANSWER", "REFUSE");
    }

    /// The desk may think again.
    @Test
    void whatIsRefusedMayStillBeAnswered() {
        Sent question = both.asked();

        Sent.of(say(vn, "duty", "refuse", TwoStates.refusal(question)));

        assertThat(steps(vn, "duty", question)).contains("ANSWER").doesNotContain("REFUSE");
    }

    @Test
    void whoLeadsTheDeskChangesMembersWhereItsNodeMay() {
        Sent question = both.asked();

        assertThat(moves(sg, "lead", question))
                .containsExactly("ASK_ON", "ADD_MEMBER", "REMOVE_MEMBER");
        assertThat(moves(sg, "duty", question)).containsExactly("ASK_ON");
        assertThat(moves(vn, "lead", question)).containsExactly("ASK_ON");
    }

    @Test
    void whatIsRecalledIsToBeAnsweredByWhoWasGivenIt() {
        Sent told = both.told();
        Sent recall = Sent.of(say(sg, "duty", "recall", TwoStates.recall(told)));
        both.until(() -> standing(vn, recall.entry()).equals("ASKED"));

        assertThat(steps(vn, "duty", recall)).containsExactly("ANSWER_RECALL");
        assertThat(steps(sg, "duty", recall)).isEmpty();
        assertThat(steps(sg, "duty", told)).doesNotContain("RECALL");
        Sent.of(say(vn, "duty", "recall-answer", TwoStates.erased(recall)));
        assertThat(steps(vn, "duty", recall)).isEmpty();
    }

    @Test
    void courtIsNamedWhereTheCodesAllowItAndElseThatTheAuthorIsAsked() {
        ObjectNode open = TwoStates.information();
        ObjectNode handling = TwoStates.handling("H0");
        handling.withArray("use").add("PROSECUTION");
        open.set("handling", handling);
        ObjectNode guarded = TwoStates.information();
        guarded.set("handling", TwoStates.handling("H1"));

        Sent free = Sent.of(say(sg, "duty", "tell", open));
        Sent bound = Sent.of(say(sg, "duty", "tell", guarded));
        both.until(() -> !standing(vn, bound.entry()).equals("none"));
        both.until(() -> !standing(vn, free.entry()).equals("none"));

        assertThat(steps(vn, "lead", free)).contains("USE_IN_COURT");
        assertThat(steps(vn, "lead", bound))
                .contains("ASK_FOR_COURT")
                .doesNotContain("USE_IN_COURT");
    }

    @Test
    void aPermissionIsDecidedByWhoMayReleaseWhatItIsFor() {
        Sent answer = both.answered(both.asked());
        ObjectNode wish =
                TwoStates.with("dossier", answer.dossier())
                        .put("of", "vn/customs")
                        .put("use", "COURT")
                        .put("reason", "Trial");
        wish.putArray("entries").add(answer.entry());
        Sent request = Sent.of(say(sg, "duty", "permission/ask", wish));
        both.until(() -> standing(vn, request.entry()).equals("ASKED"));

        assertThat(steps(vn, "lead", request))
                .containsExactly("GRANT_PERMISSION", "REFUSE_PERMISSION");
        assertThat(steps(vn, "reader", request)).isEmpty();
        assertThat(steps(sg, "lead", request)).isEmpty();
        ObjectNode refuse =
                TwoStates.with("request", request.entry()).put("ground", "ongoing-proceedings");
        Sent.of(say(vn, "lead", "permission/refuse", refuse));
        assertThat(steps(vn, "lead", request)).isEmpty();
    }

    @Test
    void whoIsOutSaysNothingMore() {
        Sent question = both.asked();

        both.putOut(question, vn, vn);

        assertThat(steps(vn, "lead", question)).doesNotContain("ANSWER", "REFUSE");
        assertThat(moves(vn, "lead", question)).isEmpty();
    }

    private static List<String> steps(AState state, String officer, Sent sent) {
        return texts(line(state.as(officer), sent).path("may"));
    }

    private static List<String> moves(AState state, String officer, Sent sent) {
        return texts(
                state.as(officer).get("/exchange/dossiers/" + sent.dossier()).body().path("may"));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
