package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

@ExtendWith(TwoStates.Given.class)
class ShowVerbTest {
    @Test
    void showsWhoSaidWhatWhenAndToWhom(TwoStates states) {
        String request = Said.text(states.asked("Who is the consignee?"), "entry");
        states.sg("duty").waitsFor(request, "DELIVERED");

        assertThat(states.sg("duty").run("show", request.substring(0, 8)).out())
                .containsPattern("members  SG, VN|members  VN, SG")
                .contains(request.substring(0, 12) + "  information request\n")
                .containsPattern(
                        "by +sg/customs, duty officer, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC")
                .contains("to          vn/customs (Customs intelligence, VN)")
                .containsPattern("for +(sg/customs, vn/customs|vn/customs, sg/customs)")
                .contains("handling    H1, for investigation")
                .contains("question    Who is the consignee?  (en)")
                .contains("purpose     To find the consignee", "clock       7d")
                .containsPattern("signed for +VN \\d{4}-");
    }

    @Test
    void showsTheRestrictionFirstAndTheWordsOnceItIsUnderstood(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");
        String answer =
                states.answered(
                        request,
                        "A company in Hai Phong",
                        "--handling",
                        "H3",
                        "--restriction",
                        "Not to be told to the carrier",
                        "--contact-first",
                        "--only",
                        "sg/customs",
                        "--use",
                        "investigation");

        Terminal.Ran before = states.sg("duty").run("show", request);
        Terminal.Ran after = states.sg("duty").run("show", request, "--understood");

        assertThat(before.out())
                .contains("withheld    condition not understood")
                .contains("H3          Not to be told to the carrier")
                .contains("H3          speak to the originator before any action")
                .contains("H3          only for sg/customs")
                .contains("show " + answer.substring(0, 12) + " --understood")
                .doesNotContain("Hai Phong");
        assertThat(after.out())
                .contains("A company in Hai Phong", "Not to be told to the carrier")
                .doesNotContain("withheld");
    }

    @Test
    void endsWithWhatThisOfficerMayDoNext(TwoStates states) {
        String request = Said.text(states.asked("Who is it?"), "entry");
        String start = request.substring(0, 12);

        String asked = states.vn("duty").run("show", request).out();
        String asking = states.sg("duty").run("show", request).out();
        String leading = states.sg("lead").run("show", request).out();

        assertThat(asked)
                .containsPattern(
                        "Next, one of:\n  ./counterpart .*--node vn --officer duty answer "
                                + start
                                + " TEXT --full")
                .contains(
                        " refuse " + start + " --ground GROUND --alternative TEXT",
                        " ask TEXT --dossier ")
                .doesNotContain(" recall " + start, "members add");
        assertThat(asking)
                .contains(" recall " + start + " --ground GROUND", " ask TEXT --dossier ")
                .doesNotContain(" answer " + start, "members add");
        assertThat(leading).contains(" members add ", " members remove ");
    }

    @Test
    void tellsWhoseASourceIsAndWhatBindsIt(TwoStates states) {
        String request = Said.text(states.asked("Who is it?"), "entry");
        String answer =
                states.answered(
                        request,
                        "A company",
                        TwoStates.with(TwoStates.H1, "--source-entry", request));

        assertThat(states.sg("duty").run("show", answer).out())
                .contains(
                        "rests on    "
                                + request.substring(0, 12)
                                + "  information request of sg/customs; its codes bind this too");
    }

    @Test
    void knowsNothingOfWhatOtherDesksHold(TwoStates states) {
        JsonNode asked = states.asked("Who?");
        String entry = Said.text(asked, "entry");

        unknown(states, entry);
        unknown(states, entry.substring(0, 12));
        unknown(states, Said.text(asked, "dossier"));
    }

    private static void unknown(TwoStates states, String what) {
        Terminal.Ran ran = states.sg("ranger").asked("show", what);
        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(ran.code()).isEqualTo("EXCHANGE_DOSSIER_UNKNOWN");
    }

    @Test
    void demandsEightDigits(TwoStates states) {
        String entry = Said.text(states.asked("Who?"), "entry");

        assertThat(states.sg("duty").run("show", entry.substring(0, 8)).exit()).isZero();
        Terminal.Ran short7 = states.sg("duty").asked("show", entry.substring(0, 7));
        assertThat(short7.code()).isEqualTo("EXCHANGE_TOO_FEW_DIGITS");
        assertThat(Said.text(short7.json(), "sentence")).contains("eight digits");
        assertThat(states.vn("duty").asked("recall", "0123456", "--ground", "unlawful").code())
                .isEqualTo("EXCHANGE_TOO_FEW_DIGITS");
        assertThat(states.sg("duty").asked("show", "../../peers").exit())
                .isNotEqualTo(ExitCode.DONE.number());
    }

    @Test
    void letsNoWordsOfOthersSteerTheTerminal(TwoStates states) {
        String request = Said.text(states.asked("Who?\u001b[2J\u202eevil"), "entry");

        assertThat(states.vn("duty").run("show", request).out())
                .contains("Who?\ufffd[2J\ufffdevil")
                .doesNotContain("\u001b");
    }
}
