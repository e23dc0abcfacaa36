package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

@ExtendWith(TwoStates.Given.class)
class RecallVerbsTest {
    /// An answer of Viet Nam that Singapore holds and Viet Nam takes back; the recall.
    private static String recalled(TwoStates states, String answer) {
        String recall =
                Said.text(
                        states.vn("duty")
                                .done(
                                        "recall",
                                        answer.substring(0, 12),
                                        "--ground",
                                        "wrong-person"),
                        "entry");
        states.sg("duty").until(shown -> shown.toString().contains(recall), "show", answer);
        return recall;
    }

    private static String answer(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");
        return states.answered(request, "A company", TwoStates.H1);
    }

    @Test
    void takesBackAndShowsWhatBecameOfEachCopy(TwoStates states) {
        String answer = answer(states);
        String recall = recalled(states, answer);

        states.vn("duty")
                .until(shown -> holding(shown, recall).contains("NOT_ANSWERED"), "show", answer);
        assertThat(states.vn("duty").run("show", answer).out())
                .contains(answer.substring(0, 12) + "  closed  [RECALLED]")
                .containsPattern(
                        "recall of "
                                + answer.substring(0, 12)
                                + "\n +SG +holds it, signed for the recall, has not answered yet");
        Terminal.Ran erased = states.sg("duty").run("recall-answer", recall, "--erased");

        assertThat(erased.out()).startsWith("Erased here, and said so.\n").contains("vn/customs");
        states.vn("duty").until(shown -> holding(shown, recall).contains("ERASED"), "show", answer);
        assertThat(states.sg("duty").run("show", answer).out()).doesNotContain("A company");
        assertThat(states.sg("duty").asked("recall-answer", recall, "--erased").code())
                .isEqualTo("EXCHANGE_RECALL_ANSWERED");
        assertThat(states.vn("duty").asked("recall", answer, "--ground", "wrong-person").code())
                .isEqualTo("EXCHANGE_ALREADY_RECALLED");
    }

    private static String holding(JsonNode shown, String recall) {
        return shown.path("recalls")
                .valueStream()
                .filter(one -> Said.text(one, "recall").equals(recall))
                .map(one -> one.path("holders").toString())
                .findFirst()
                .orElse("");
    }

    @Test
    void keepsUnderLawWithTheCourtAndTheDayOfReview(TwoStates states) {
        String answer = answer(states);
        String recall = recalled(states, answer);
        String[] kept = {
            "recall-answer",
            recall,
            "--kept-under-law",
            "--ground",
            "evidence-in-pending-case",
            "--court",
            "Court (constructed)"
        };

        assertThat(states.sg("duty").run(kept).exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(states.sg("duty").asked(TwoStates.with(kept, "--review", "2020-01-31")).code())
                .isEqualTo("EXCHANGE_DAY_IS_PAST");
        assertThat(states.sg("duty").run(TwoStates.with(kept, "--review", "2099-01-31")).out())
                .startsWith("Kept under law, and said so.");
        assertThat(states.sg("duty").run("show", answer).out())
                .contains("court       Court (constructed)", "review      2099-01-31 00:00 UTC")
                .containsPattern("SG +kept under law");
    }

    @Test
    void letsOnlyTheAuthorTakeBack(TwoStates states) {
        String answer = answer(states);

        assertThat(states.sg("duty").asked("recall", answer, "--ground", "wrong-person").code())
                .isEqualTo("ACCESS_NOT_WRITTEN_BY_YOUR_DESK");
        assertThat(states.sg("duty").asked("recall-answer", answer, "--erased").code())
                .isEqualTo("EXCHANGE_NOT_A_RECALL");
        assertThat(states.sg("duty").asked("recall", "0123456789", "--ground", "unlawful").code())
                .isEqualTo("EXCHANGE_ENTRY_UNKNOWN");
    }

    @Test
    void namesTheGroundsWhereAnotherIsTyped(TwoStates states) {
        Terminal.Ran ran = states.sg("duty").run("recall", "0123456789", "--ground", "x");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ran.err())
                .contains("--ground is \"x\"; allowed is wrong-person, wrong-fact, ")
                .contains(" or no-longer-needed.");
    }

    @Test
    void namesTheRecallWhereTheEntryIsTyped(TwoStates states) {
        String answer = answer(states);
        String recall = recalled(states, answer);

        Terminal.Ran ran = states.sg("duty").run("recall-answer", answer, "--erased");

        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(ran.err()).contains("recall = " + recall.substring(0, 12));
    }
}
