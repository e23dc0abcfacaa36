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
    void whatIsSettledIsFoundAmongAll(TwoStates states) {
        String request = Said.text(states.asked("Who is it then?"), "entry");
        states.vn("duty")
                .done(
                        TwoStates.under(
                                TwoStates.H1,
                                "refuse",
                                request,
                                "--ground",
                                "nothing-held",
                                "--alternative",
                                "Ask the port"));
        states.sg("duty").waitsFor(request, "REFUSED");
        assertThat(states.sg("duty").run("inbox").out())
                .containsPattern(request.substring(0, 12) + " +request by us +refused, unread");
        states.sg("duty").done("show", request);

        assertThat(states.sg("duty").run("inbox").out())
                .doesNotContain(request.substring(0, 12))
                .containsPattern("Settled: \\d+. All: ./counterpart .*inbox --all");
        assertThat(states.sg("duty").run("inbox", "--all").out())
                .containsPattern(request.substring(0, 12) + " +request by us +refused, settled");
        long number =
                states.sg("duty")
                        .done("inbox", "--all")
                        .path("items")
                        .path(0)
                        .path("number")
                        .longValue();
        assertThat(states.sg("duty").done("inbox", "--before", Long.toString(number)).path("items"))
                .noneMatch(item -> item.path("number").longValue() >= number);
        assertThat(states.sg("duty").asked("inbox", "--before", "x").exit())
                .isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void isForOfficersOfADesk(TwoStates states) {
        Terminal.Ran refused = states.sg("operator").asked("inbox");

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.code()).startsWith("ACCESS_");
    }
}
