package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

@ExtendWith(TwoStates.Given.class)
class OfficerVerbsTest {
    private static void add(TwoStates states, String name) {
        states.sg("operator").done(adding(name));
    }

    private static String[] adding(String name) {
        return new String[] {
            "officer",
            "add",
            name,
            "--label",
            "Analyst, customs",
            "--role",
            "analyst",
            "--desk",
            "sg/customs"
        };
    }

    @Test
    void addsAnOfficerWhoComesInWithTheTokenFile(TwoStates states) {
        Terminal.Ran added = states.sg("operator").run(adding("reader"));

        assertThat(added.out())
                .contains("Added reader. The token is in ", "reader.token")
                .containsPattern("Next: ./counterpart --data .* --node sg --officer reader inbox");
        assertThat(states.sg("reader").run("inbox").exit()).isZero();
        assertThat(states.sg("operator").asked(adding("reader")).code())
                .isEqualTo("ACCESS_NAME_TAKEN");
    }

    @Test
    void showsNoTokenToAProgram(TwoStates states) {
        JsonNode added = states.sg("operator").done(adding("quiet"));

        assertThat(Said.text(added, "name")).isEqualTo("quiet");
        assertThat(Said.text(added, "role")).isEqualTo("analyst");
        assertThat(added.has("token")).isFalse();
        assertThat(Path.of(Said.text(added, "tokenFile")))
                .isRegularFile()
                .hasFileName("quiet.token");
    }

    @Test
    void listsTheOfficers(TwoStates states) {
        assertThat(states.sg("operator").run("officer", "list").out())
                .containsPattern("duty +duty-officer +duty-officer of sg/customs")
                .containsPattern("operator +operator +Operator of this node");
        assertThat(
                        states.sg("operator")
                                .done("officer", "list")
                                .path(0)
                                .path("officer")
                                .path("name")
                                .stringValue(""))
                .isEqualTo("operator");
    }

    @Test
    void revokesAnOfficer(TwoStates states) {
        add(states, "leaver");

        assertThat(states.sg("operator").run("officer", "revoke", "leaver").out())
                .contains("leaver is revoked", "Next: ");
        assertThat(states.sg("operator").run("officer", "list").out())
                .containsPattern("leaver +analyst +revoked");
        assertThat(states.sg("operator").asked("officer", "revoke", "leaver").code())
                .isEqualTo("ACCESS_OFFICER_REVOKED");
        assertThat(states.sg("operator").asked("officer", "revoke", "nobody-here").code())
                .isEqualTo("ACCESS_OFFICER_UNKNOWN");
    }

    @Test
    void givesAnOfficerAnotherPost(TwoStates states) {
        add(states, "riser");

        Terminal.Ran posted =
                states.sg("operator")
                        .run(
                                TwoStates.words(
                                        "officer post riser --role supervisor --desk sg/customs"));

        assertThat(posted.out()).contains("riser is supervisor at sg/customs now");
        assertThat(
                        states.sg("operator")
                                .asked("officer", "post", "riser", "--role", "supervisor")
                                .code())
                .isEqualTo("ACCESS_DESK_MISSING");
        assertThat(states.sg("operator").run("officer", "post", "riser", "--role", "king").err())
                .contains("--role is \"king\"; allowed is duty-officer, supervisor,");
    }

    @Test
    void refusesAFieldThatTheNodeDoesNotKnow(TwoStates states) {
        String body =
                "{\"name\":\"x\",\"label\":\"X\",\"role\":\"oversight\",\"until\":\"tomorrow\"}";

        assertThat(states.singapore().as("operator").post("/officers", body).code())
                .isEqualTo("REQUEST_MALFORMED");
    }

    @Test
    void saysWhenThereIsNoSuchNodeOrOfficer(TwoStates states) {
        Terminal here = states.sg("duty");

        assertThat(new Terminal(here.data(), "xx", "duty").run("inbox").exit())
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(states.sg("stranger").run("inbox").err())
                .contains("--officer is \"stranger\", who has no token file here; allowed is ");
    }
}
