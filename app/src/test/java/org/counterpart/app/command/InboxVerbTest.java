package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

@ExtendWith(TwoStates.Given.class)
class InboxVerbTest {
    @Test
    void saysWhenNothingWaits(TwoStates states) {
        Terminal.Ran inbox = states.sg("ranger").run("inbox");

        assertThat(inbox.out())
                .contains("Nothing waits for sg/forestry.", "./counterpart ask --help");
        JsonNode json = states.sg("ranger").done("inbox");
        assertThat(Said.text(json, "desk")).isEqualTo("sg/forestry");
        assertThat(json.path("items").isArray()).isTrue();
        assertThat(json.path("items").isEmpty()).isTrue();
    }

    @Test
    void showsWhatWaitsAndUntilWhenButNoContent(TwoStates states) {
        String entry = Said.text(states.asked("Who is the consignee of this?"), "entry");

        Terminal.Ran inbox = states.vn("duty").run("inbox");

        assertThat(inbox.out())
                .startsWith("vn/customs\n")
                .containsPattern(
                        entry.substring(0, 12)
                                + " +request to us +delivered +from SG +due 2\\d{3}-\\d\\d-\\d\\d"
                                + " \\d\\d:\\d\\d UTC")
                .containsPattern(
                        "Next: ./counterpart .* --node vn --officer duty show [0-9a-f]{12}")
                .doesNotContain("consignee");
    }

    @Test
    void showsOfTheOwnQuestionsWhoWasAsked(TwoStates states) {
        String entry = Said.text(states.asked("Who is it?"), "entry");

        assertThat(states.sg("duty").run("inbox").out())
                .containsPattern(entry.substring(0, 12) + " +request by us +\\w+ +to vn/customs");
        assertThat(states.sg("duty").done("inbox").path("items").valueStream())
                .filteredOn(item -> Said.text(item, "entry").equals(entry))
                .singleElement()
                .satisfies(item -> assertThat(Said.text(item, "to")).isEqualTo("vn/customs"));
    }

    @Test
    void isForOfficersOfADesk(TwoStates states) {
        Terminal.Ran refused = states.sg("operator").asked("inbox");

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.code()).startsWith("ACCESS_");
    }
}
