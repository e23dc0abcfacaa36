package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

/// Nigeria is brought in by Singapore, asks Viet Nam for the rest, gets it or not, and is put out: what each of them reads
/// at the terminal.
@ExtendWith(TwoStates.Given.class)
class NewcomerVerbsTest {
    private static final String[] H2 = {"--handling", "H2", "--use", "investigation"};

    private final TwoStates states;
    private final String dossier;
    private final String answer;
    private final String brought;
    private final Terminal.Ran added;

    NewcomerVerbsTest(TwoStates states) {
        this.states = states;
        Terminal nigeria = states.ng("duty");
        JsonNode asked = states.asked("Who is the consignee?");
        dossier = Said.text(asked, "dossier");
        answer = states.answered(Said.text(asked, "entry"), "A company in Hai Phong", H2);
        added =
                states.sg("lead")
                        .run(
                                "members",
                                "add",
                                dossier,
                                "ng/customs",
                                "--reason",
                                "It was loaded there");
        nigeria.until(inbox -> inbox.toString().contains(dossier), "inbox");
        brought =
                nigeria.done("inbox")
                        .path("items")
                        .valueStream()
                        .filter(item -> Said.text(item, "dossier").equals(dossier))
                        .map(item -> Said.text(item, "entry"))
                        .findFirst()
                        .orElseThrow();
    }

    private String start(String entry) {
        return entry.substring(0, 12);
    }

    @Test
    void theReasonIsReadByAllAndWhatIsWithheldIsShownClosed() {
        assertThat(added.out())
                .startsWith(
                        "ng/customs takes part. All desks that take part read that, and the"
                                + " reason.\nseen by  ")
                .contains("ng/customs", "sg/customs", "vn/customs")
                .containsPattern("withheld +" + start(answer) + " +H2 needs permission");
        for (Terminal reader :
                new Terminal[] {states.sg("duty"), states.vn("duty"), states.ng("duty")}) {
            reader.until(
                    shown -> shown.toString().contains("It was loaded there"), "show", dossier);
            assertThat(reader.run("show", dossier).out())
                    .containsPattern(start(brought) + " +member added\n")
                    .contains("reason      It was loaded there");
        }

        assertThat(states.ng("duty").run("show", dossier).out())
                .contains("Who is the consignee?")
                .contains(
                        start(answer) + "  closed\n",
                        "closed: that something was said is shown here, not what")
                .containsPattern(
                        "next +./counterpart .*--node ng --officer duty permission ask "
                                + start(answer)
                                + " "
                                + start(answer)
                                + " --of vn/customs --use read --reason TEXT")
                .doesNotContain("Hai Phong");
    }

    @Test
    void theInboxNamesItUntilItWasSeen() {
        assertThat(states.ng("duty").run("inbox").out())
                .startsWith("ng/customs\n")
                .containsPattern(start(brought) + " +brought in +unseen +from SG");

        states.ng("duty").done("show", dossier);

        assertThat(states.ng("duty").run("inbox").out()).doesNotContain(start(brought));
    }

    @Test
    void thePermissionThatIsAskedForComesBackGranted() {
        String request = asksForTheRest();
        assertThat(states.ng("duty").run("inbox").out())
                .containsPattern(start(request) + " +permission by us +asked +to vn/customs");
        states.vn("lead").waitsFor(request, "ASKED");
        assertThat(states.vn("lead").run("inbox").out())
                .containsPattern(start(request) + " +permission asked +asked +from NG");

        String granted =
                Said.text(
                        states.vn("lead")
                                .done("permission", "grant", request, "--until", "2099-01-31"),
                        "entry");

        states.ng("duty").waitsFor(granted, "GRANTED");
        assertThat(states.ng("duty").run("inbox").out())
                .containsPattern(start(granted) + " +permission decided +granted, unread +from VN")
                .doesNotContain(start(request));
        states.ng("duty").until(shown -> shown.toString().contains("Hai Phong"), "show", dossier);
        assertThat(states.ng("duty").run("inbox").out()).doesNotContain(start(granted));
    }

    @Test
    void thePermissionThatIsAskedForComesBackRefused() {
        String request = asksForTheRest();
        states.vn("lead").waitsFor(request, "ASKED");

        String refused =
                Said.text(
                        states.vn("lead")
                                .done(
                                        "permission",
                                        "refuse",
                                        request,
                                        "--ground",
                                        "source-at-risk"),
                        "entry");

        states.ng("duty").waitsFor(refused, "REFUSED");
        assertThat(states.ng("duty").run("inbox").out())
                .containsPattern(start(refused) + " +permission decided +refused, unread +from VN");
        assertThat(states.ng("duty").run("show", dossier).out())
                .contains("ground      source-at-risk")
                .doesNotContain("Hai Phong");
    }

    private String asksForTheRest() {
        return Said.text(
                states.ng("duty")
                        .done(
                                "permission",
                                "ask",
                                dossier,
                                answer,
                                "--of",
                                "vn/customs",
                                "--use",
                                "read",
                                "--reason",
                                "To find the exporter"),
                "entry");
    }

    @Test
    void whoIsPutOutReadsThatAndNotWhy() {
        Terminal.Ran removed =
                states.sg("lead")
                        .run("members", "remove", dossier, "ng", "--reason", "No longer concerned");

        assertThat(removed.out())
                .contains("All desks that take part read that, and the reason.\nseen by  ")
                .doesNotContain("ng/customs");
        Terminal nigeria = states.ng("duty");
        nigeria.until(
                shown -> !shown.path("members").toString().contains("\"NG\""), "show", dossier);
        assertThat(nigeria.run("show", dossier).out())
                .contains("Who is the consignee?", "  closed\n")
                .doesNotContain("No longer concerned");
        states.vn("duty")
                .until(shown -> shown.toString().contains("No longer concerned"), "show", dossier);
        assertThat(states.vn("duty").run("show", dossier).out())
                .contains("reason      No longer concerned");
    }

    /// A refusal that names what is meant names it to a program too.
    @Test
    void aRefusalNamesThePartAndWhatIsMeantThere() {
        Terminal.Ran refused =
                states.ng("duty")
                        .asked(
                                "permission",
                                "ask",
                                dossier,
                                answer,
                                "--of",
                                "sg/customs",
                                "--use",
                                "read",
                                "--reason",
                                "To find the exporter");

        assertThat(refused.code()).isEqualTo("EXCHANGE_NOT_ITS_AUTHOR");
        assertThat(Said.text(refused.json(), "part")).isEqualTo("author");
        assertThat(Said.texts(refused.json().path("allowed")))
                .singleElement()
                .asString()
                .matches("VN [0-9a-f]{32}");
    }

    /// Singapore may not pass on what Viet Nam said under H2: it reads at once how to ask.
    @Test
    void whatMayNotBePassedOnIsToldWithTheCommandThatAsksForIt() {
        Terminal.Ran refused =
                states.sg("duty")
                        .run(
                                TwoStates.under(
                                        H2,
                                        "tell",
                                        "--to",
                                        "ng/customs",
                                        "--source-entry",
                                        answer,
                                        "--source",
                                        "B",
                                        "--information",
                                        "2",
                                        "A company in Hai Phong"));

        assertThat(refused.err())
                .contains("HANDLING_H2_NEEDS_PERMISSION")
                .containsPattern(
                        "\n  ./counterpart .*--node sg --officer duty permission ask "
                                + start(answer)
                                + " "
                                + start(answer)
                                + " --of vn/customs --use forward --for ng/customs --reason TEXT");
        String request = askedToForward();
        states.vn("lead").waitsFor(request, "ASKED");
        assertThat(states.vn("lead").run("show", request).out())
                .contains(" permission grant " + start(request) + " --until DATE")
                .contains(" permission refuse " + start(request) + " --ground GROUND");
    }

    private String askedToForward() {
        return Said.text(
                states.sg("duty")
                        .done(
                                "permission",
                                "ask",
                                answer,
                                answer,
                                "--of",
                                "vn/customs",
                                "--use",
                                "forward",
                                "--for",
                                "ng/customs",
                                "--reason",
                                "They seized it"),
                "entry");
    }
}
