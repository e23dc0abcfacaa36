package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

@ExtendWith(TwoStates.Given.class)
class AskVerbTest {
    private static final String[] SOUND =
            TwoStates.words(
                    "ask --to vn/customs --purpose Identification --handling H1 --use"
                            + " investigation");

    @Test
    void asksAndSaysWhoWillSeeIt(TwoStates states) {
        Terminal.Ran asked = states.sg("duty").run(TwoStates.with(SOUND, "Who is it?"));

        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(asked.out())
                .startsWith("Asked. The clock starts when the other node signs for it.\n")
                .containsPattern("entry    [0-9a-f]{12}\n")
                .containsPattern("dossier  [a-z2-7]{26}\n")
                .containsPattern("seen by  .*sg/customs")
                .containsPattern("seen by  .*vn/customs")
                .containsPattern("Next: ./counterpart --data .* show [0-9a-f]{12}");
    }

    @Test
    void saysWhatToTypeNextSoThatItRunsAsItStands(TwoStates states) {
        Terminal.Ran asked = states.sg("duty").run(TwoStates.with(SOUND, "Who is it?"));
        String next = asked.out().replaceAll("(?s).*Next: \\./counterpart (.*)\n", "$1");

        Terminal.Ran shown = Terminal.typed(TwoStates.words(next));

        assertThat(shown.exit()).as(next + shown).isZero();
        assertThat(shown.out()).contains("Who is it?");
    }

    @Test
    void answersAProgramWithIdsAndDesks(TwoStates states) {
        JsonNode asked = states.sg("duty").done(TwoStates.with(SOUND, "Who is it?"));

        assertThat(Said.text(asked, "entry")).matches("[0-9a-f]{64}");
        assertThat(Said.text(asked, "dossier")).matches("[a-z2-7]{26}");
        assertThat(asked.path("seenBy").valueStream().map(Said::list))
                .containsExactlyInAnyOrder("sg/customs", "vn/customs");
    }

    @Test
    void asksOnInADossierThatIsNamedByTheStartOfAnEntry(TwoStates states) {
        JsonNode first = states.sg("duty").done(TwoStates.with(SOUND, "Who is it?"));
        String start = Said.text(first, "entry").substring(0, 8);

        JsonNode second =
                states.sg("duty").done(TwoStates.with(SOUND, "--dossier", start, "And who else?"));

        assertThat(Said.text(second, "dossier")).isEqualTo(Said.text(first, "dossier"));
    }

    @Test
    void isRefusedByTheNodeInItsOwnWords(TwoStates states) {
        refused(states, "EXCHANGE_DESK_UNKNOWN", "--to vn/nobody --purpose P --handling H0");
        refused(states, "EXCHANGE_DESK_IS_OURS", "--to sg/forestry --purpose P --handling H0");
        refused(states, "EXCHANGE_PURPOSE_MISSING", "--to vn/customs --handling H0");
        refused(
                states,
                "EXCHANGE_REASON_FOR_URGENCY_MISSING",
                "--to vn/customs --purpose P --handling H0 --clock 8h");
        refused(
                states,
                "EXCHANGE_ENTRY_UNKNOWN",
                "--to vn/customs --purpose P --handling H0 --source-entry 01234567");
        refused(
                states,
                "EXCHANGE_DOSSIER_UNKNOWN",
                "--to vn/customs --purpose P --handling H0 --dossier 01234567");
    }

    private static void refused(TwoStates states, String code, String options) {
        String[] words = TwoStates.words("ask --use investigation " + options);
        Terminal.Ran ran = states.sg("duty").asked(TwoStates.with(words, "Who is it?"));
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(ran.code()).isEqualTo(code);
        assertThat(Said.text(ran.json(), "sentence")).isNotBlank();
        assertThat(Said.text(ran.json(), "next")).isNotBlank();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void leavesTheUseToTheOfficer(TwoStates states) {
        String[] words = TwoStates.words("ask --to vn/customs --purpose P --handling H0 Who?");

        Terminal.Ran asked = states.sg("duty").asked(words);

        assertThat(asked.code()).isEqualTo("COMMAND_MISUSED");
        assertThat(Said.text(asked.json(), "sentence"))
                .startsWith("--use PURPOSE is missing; allowed is prevention, investigation,");
    }

    @Test
    void tellsContradictionsBeforeAnythingIsSent(TwoStates states) {
        misused(states, "--handling CODE is missing; allowed is H0 alone", "");
        misused(states, "--handling is \"H9\"; allowed is H0, H1, H2 or H3.", "--handling H9");
        misused(states, "--restriction TEXT is missing", "--handling H3");
        misused(states, "--no-arrest is given without --handling H3", "--handling H1 --no-arrest");
        misused(states, "--only is given without --handling H3", "--handling H1 --only vn/customs");
        misused(
                states,
                "--handling is \"H0 and H1\"; allowed is H0 alone",
                "--handling H0 --handling H1");
        misused(
                states,
                "--tlp is \"green\"; allowed is red or amber+strict",
                "--handling H2 --tlp green");
        misused(
                states,
                "--tlp is \"pink\"; allowed is red, amber+strict,",
                "--handling H1 --tlp pink");
        misused(
                states,
                "--use is \"everything\"; allowed is prevention,",
                "--handling H1 --use everything");
        misused(
                states,
                "--clock is \"9h\"; allowed is 7d, 3d or 8h.",
                "--handling H1 --use investigation --clock 9h");
        misused(
                states,
                "--subject is \"ABCU1234567\"; allowed is KIND=VALUE,",
                "--handling H1 --subject ABCU1234567");
        misused(states, "ask has no option --source.", "--handling H1 --source A");
    }

    private static void misused(TwoStates states, String sentence, String options) {
        String line = "ask --to vn/customs --purpose P " + options;
        Terminal.Ran ran =
                states.sg("duty").run(TwoStates.with(TwoStates.words(line.strip()), "Who is it?"));
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ran.err())
                .contains(sentence, "(COMMAND_MISUSED)", "Help: ./counterpart ask --help\n");
    }

    @Test
    void takesTheWordsFromAFileOrTheInput(TwoStates states, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("question.txt"), "Hàng này của ai?\n");

        JsonNode fromFile =
                states.sg("duty")
                        .done(TwoStates.with(SOUND, "--lang", "vi", "--file", file.toString()));
        assertThat(question(states, fromFile)).isEqualTo("Hàng này của ai?");

        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("À qui est-ce ?\n".getBytes(StandardCharsets.UTF_8)));
        try {
            JsonNode fromInput = states.sg("duty").done(TwoStates.with(SOUND, "--lang", "fr", "-"));
            assertThat(question(states, fromInput)).isEqualTo("À qui est-ce ?");
        } finally {
            System.setIn(before);
        }
        assertThat(
                        states.sg("duty")
                                .run(TwoStates.with(SOUND, "--file", file.toString(), "twice"))
                                .err())
                .contains("The text is given twice, in words and with --file;");
    }

    @Test
    void takesWordsThatBeginWithAnAtSignAsWords(TwoStates states, @TempDir Path folder)
            throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");

        JsonNode asked = states.sg("duty").done(TwoStates.with(SOUND, "@" + secret));

        assertThat(question(states, asked)).isEqualTo("@" + secret);
    }

    private static String question(TwoStates states, JsonNode asked) {
        return states.sg("duty")
                .done("show", Said.text(asked, "entry"))
                .path("entries")
                .path(0)
                .path("content")
                .path("payload")
                .path("question")
                .path("text")
                .stringValue("");
    }
}
