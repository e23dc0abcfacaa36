package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

@ExtendWith(TwoStates.Given.class)
class DeskVerbsTest {
    private static final String[] FISHERIES =
            TwoStates.words(
                    "desk add --handle fisheries --authority Ministry --name Fisheries --kind"
                            + " fisheries --lang en --lang ms --zone Asia/Singapore");

    @Test
    void addsADeskAndSaysWhoWillSeeItAndWhatIsNext(TwoStates states) {
        Terminal.Ran added = states.sg("operator").run(FISHERIES);

        assertThat(added.exit()).isZero();
        assertThat(added.out())
                .startsWith("Added sg/fisheries. The officers of all peers will see it.")
                .containsPattern("Next: ./counterpart .* --officer operator officer add NAME");
        Terminal.Ran again = states.sg("operator").asked(FISHERIES);
        assertThat(again.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(again.code()).isEqualTo("DIRECTORY_HANDLE_TAKEN");
    }

    @Test
    void listsOwnDesksAndThoseOfPeers(TwoStates states) {
        JsonNode desks = states.sg("duty").done("desk", "list");

        JsonNode foreign =
                desks.valueStream()
                        .filter(desk -> Said.text(desk, "handle").equals("vn/customs"))
                        .findFirst()
                        .orElseThrow();
        assertThat(foreign.path("own").booleanValue()).isFalse();
        assertThat(Said.texts(foreign.path("languages"))).containsExactly("en");
        assertThat(Said.text(foreign, "timeZone")).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(states.sg("duty").run("desk", "list").out())
                .containsPattern("sg/customs +ours +customs +en +Customs intelligence, Customs")
                .containsPattern("vn/customs +customs +en ");
    }

    @Test
    void listsTheDesksOfOneState(TwoStates states) {
        assertThat(states.sg("duty").run("desk", "list", "--state", "vn").out())
                .contains("vn/customs")
                .doesNotContain("sg/");
        assertThat(states.sg("duty").asked("desk", "list", "--state", "Vietnam").code())
                .isEqualTo("DIRECTORY_STATE_UNKNOWN");
    }

    @Test
    void letsOnlyTheOperatorAddDesks(TwoStates states) {
        Terminal.Ran refused = states.sg("duty").asked(FISHERIES);

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.code()).isEqualTo("ACCESS_NOT_THIS_ROLE");
        assertThat(refused.json().path("next").stringValue("")).isNotBlank();
    }

    @Test
    void demandsWhatADeskMustSay(TwoStates states) {
        Terminal.Ran misused = states.sg("operator").run("desk", "add", "--handle", "x");

        assertThat(misused.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(misused.err())
                .contains("--authority TEXT, --name TEXT,", " and --zone ZONE are missing.")
                .contains("Help: ./counterpart desk add --help");
        assertThat(
                        states.sg("operator")
                                .run(TwoStates.with(FISHERIES, "--kind", "space-police"))
                                .err())
                .contains("--kind is given twice; allowed is once.");
    }

    @Test
    void refusesAFieldThatTheNodeDoesNotKnow(TwoStates states) {
        String body =
                """
                {"handle":"other","authority":"A","name":"N","kind":"other","languages":["en"],
                 "timeZone":"Asia/Singapore","onlyFor":"vn"}
                """;

        assertThat(states.singapore().as("operator").post("/desks", body).code())
                .isEqualTo("REQUEST_MALFORMED");
    }
}
