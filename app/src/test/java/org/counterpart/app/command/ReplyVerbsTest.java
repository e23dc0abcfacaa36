package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `answer`, `refuse` and `tell`.
@ExtendWith(TwoStates.Given.class)
class ReplyVerbsTest {
    private static final String[] GRADED =
            TwoStates.words("--source B --information 2 --handling H2 --use investigation");

    @Test
    void answersARequestThatIsNamedByItsFirstDigits(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");

        Terminal.Ran answered =
                states.vn("duty")
                        .run(
                                TwoStates.under(
                                        GRADED, "answer", request.substring(0, 8), "--full", "Me"));

        assertThat(answered.exit()).as(answered.err()).isZero();
        assertThat(answered.out()).startsWith("Answered.\n").contains("seen by  ", "sg/customs");
        states.sg("duty").waitsFor(request, "ANSWERED");
        Terminal.Ran again =
                states.vn("duty").asked(TwoStates.under(GRADED, "answer", request, "--full", "Me"));
        assertThat(again.code()).isEqualTo("EXCHANGE_REQUEST_CLOSED");
    }

    @Test
    void leavesTheGradingToTheOfficer(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");
        String[] answer = TwoStates.under(TwoStates.H1, "answer", request, "--part", "Me");

        assertThat(states.vn("duty").asked(answer).code()).isEqualTo("EXCHANGE_GRADING_MISSING");
        assertThat(states.vn("duty").run(answer).err()).contains("(--source)", "(--information)");
        assertThat(states.vn("duty").run(TwoStates.with(answer, "--source", "A")).err())
                .contains("graded together");
        assertThat(
                        states.vn("duty")
                                .run(TwoStates.with(answer, "--source", "D", "--information", "1"))
                                .err())
                .contains("--source is \"D\"; allowed is A, B, C or X.");
        assertThat(
                        states.vn("duty")
                                .run(TwoStates.with(answer, "--source", "A", "--information", "5"))
                                .err())
                .contains("--information is \"5\"; allowed is 1, 2, 3 or 4.");
    }

    @Test
    void answersEitherInFullOrInPart(TwoStates states) {
        Terminal duty = states.vn("duty");

        assertThat(duty.run("answer", "01234567", "Me").exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(duty.run("answer", "01234567", "--full", "--part", "Me").err())
                .contains("--full and --part exclude each other");
    }

    @Test
    void carriesTheRestrictionsOfWhatItRestsOn(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");
        String source =
                states.answered(request, "Me", "--handling", "H2", "--use", "investigation");
        String[] ask =
                TwoStates.words(
                        "ask --to vn/customs --purpose P --use investigation --source-entry "
                                + source.substring(0, 10));

        assertThat(
                        states.sg("duty")
                                .asked(TwoStates.with(ask, "--handling", "H1", "Since when?"))
                                .code())
                .isEqualTo("EXCHANGE_WEAKER_THAN_ITS_SOURCES");
        String derived =
                Said.text(
                        states.sg("duty")
                                .done(TwoStates.with(ask, "--handling", "H2", "Since when?")),
                        "entry");
        assertThat(states.sg("duty").run("show", derived).out())
                .contains("rests on    " + source.substring(0, 12));
    }

    @Test
    void refusesOnACodedGroundWithAnAlternative(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");
        String[] refuse =
                TwoStates.under(TwoStates.H1, "refuse", request, "--alternative", "Ask the police");

        assertThat(states.vn("duty").run(TwoStates.with(refuse, "--ground", "LAZY")).err())
                .contains("--ground is \"LAZY\"; allowed is needs-formal-request, not-competent,");
        String[] bare = TwoStates.under(TwoStates.H1, "refuse", request);
        assertThat(states.vn("duty").run(TwoStates.with(bare, "--ground", "NOT_COMPETENT")).err())
                .contains("EXCHANGE_ALTERNATIVE_MISSING", "Say it with --alternative");
        Terminal.Ran refused =
                states.vn("duty").run(TwoStates.with(refuse, "--ground", "NOT_COMPETENT"));
        assertThat(refused.out()).contains("Refused, with what is open instead.");
        states.sg("duty").waitsFor(request, "REFUSED");
        assertThat(states.sg("duty").run("show", request).out())
                .contains("ground      NOT_COMPETENT", "alternative  Ask the police  (en)");
    }

    @Test
    void tellsDesksWhatTheyDidNotAskFor(TwoStates states) {
        Terminal.Ran told =
                states.sg("duty")
                        .run(
                                TwoStates.under(
                                        GRADED,
                                        "tell",
                                        "--to",
                                        "vn/customs",
                                        "--published",
                                        "https://example.org/seizure",
                                        "--subject",
                                        "container=ABCU1234567",
                                        "--constructed",
                                        "A container was seized."));

        assertThat(told.exit()).as(told.err()).isZero();
        String start = told.out().replaceAll("(?s).*entry    ([0-9a-f]{12}).*", "$1");
        assertThat(states.sg("duty").run("show", start).out())
                .contains(
                        "about       container ABCU1234567  (constructed)",
                        "published   https://example.org/seizure",
                        "graded      B2",
                        "handling    H2, for investigation",
                        "A container was seized.  (en)");
    }
}
