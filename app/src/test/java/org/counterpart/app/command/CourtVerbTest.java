package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TwoStates.Given.class)
class CourtVerbTest {
    @Test
    void saysWhetherAnEntryMayBeUsedInCourtAndWhy(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");
        String open =
                states.answered(request, "A company", "--handling", "H0", "--use", "prosecution");

        Terminal.Ran used = states.sg("duty").run("court", open.substring(0, 12));

        assertThat(used.exit()).as(used.err()).isZero();
        assertThat(used.out())
                .startsWith("It may be used in court, for its handling codes allow it. The ledger")
                .contains("Next: ", "show " + open.substring(0, 12));
        assertThat(Said.list(states.sg("duty").done("court", open).path("because")))
                .isEqualTo("CODES_ALLOW");
    }

    @Test
    void saysWhatForbidsItAndWhatToDo(TwoStates states) {
        String request = Said.text(states.asked("Who?"), "entry");
        String closed = states.answered(request, "A company", TwoStates.H1);

        Terminal.Ran ran = states.sg("duty").run("court", closed, "--use", "investigation");

        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(ran.err())
                .contains("HANDLING_H1_NEEDS_PERMISSION")
                .contains("Ask the author for permission before it goes to court. ./counterpart ")
                .contains("permission ask " + closed + " " + closed)
                .contains("--of vn/customs --use court --reason TEXT");
        assertThat(states.sg("duty").asked("court", closed).code())
                .isEqualTo("HANDLING_PURPOSE_NOT_PERMITTED");
        assertThat(states.sg("duty").run("court", closed, "--use", "revenge").err())
                .contains("--use is \"revenge\"; allowed is prevention, investigation,");
        assertThat(states.sg("ranger").asked("court", closed).code())
                .isEqualTo("EXCHANGE_ENTRY_UNKNOWN");
    }
}
