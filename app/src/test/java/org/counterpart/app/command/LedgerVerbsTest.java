package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;

/// `ledger export`, `ledger head` and `ledger verify`.
@ExtendWith(TwoStates.Given.class)
class LedgerVerbsTest {
    @TempDir private Path files = Path.of(".");

    @Test
    void verifiesWhatWasExportedWithTheCardAndTheHead(TwoStates states) {
        Path head = files.resolve("sg.head");
        states.sg("operator").done("ledger", "head", "--out", head.toString());

        Terminal.Ran intact =
                verify(states, export(states), card(states, "sg"), "--head", head.toString());

        assertThat(intact.exit()).as(intact.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(intact.json().path("result").stringValue("")).isEqualTo("intact");
    }

    @Test
    void tellsAWrongFileFromATamperedLedger(TwoStates states) throws Exception {
        Path export = export(states);
        Path card = card(states, "sg");
        Path other = card(states, "vn");
        Path head = files.resolve("vn.head");
        states.vn("operator").done("ledger", "head", "--out", head.toString());

        wrong(verify(states, export, other), "LEDGER_EXPORT_FOREIGN");
        wrong(verify(states, card, card), "LEDGER_HEADER_MALFORMED");
        wrong(
                verify(states, Files.createFile(files.resolve("empty")), card),
                "LEDGER_HEADER_MALFORMED");
        wrong(verify(states, export, card, "--head", head.toString()), "LEDGER_HEAD_FOREIGN");
        wrong(verify(states, export, export), "COMMAND_MISUSED");
        String forged = Files.readString(card).replaceFirst("\"serial\":[0-9]+", "\"serial\":9");
        Path forgery = Files.writeString(files.resolve("forged.card"), forged);
        wrong(verify(states, export, forgery), "LEDGER_CARD_NOT_GENUINE");
    }

    /// A file that was given for another is told by what it is not and what it is, in words of ours.
    @Test
    void saysWhatAFileIsNotAndWhatItIs(TwoStates states) throws Exception {
        Path export = export(states);
        Path card = card(states, "sg");
        Path head = files.resolve("sg.head");
        states.sg("operator").done("ledger", "head", "--out", head.toString());
        Path notes = Files.writeString(files.resolve("notes"), "Buy bread");
        Path torn =
                Files.writeString(files.resolve("torn"), Files.readString(card).substring(0, 90));

        told(
                verify(states, card, export),
                "The card and the export are swapped: ",
                "ledger verify " + export + " --card " + card);
        told(
                verify(states, export, head),
                "The file "
                        + head
                        + " is not a signed card of a node, but a saved head of a ledger.",
                "Give what peer card --out wrote, unchanged.");
        told(
                verify(states, export, notes),
                "The file " + notes + " is not a signed card of a node.");
        told(
                verify(states, export, torn),
                "begins like a signed card of a node and cannot be read");
        told(
                verify(states, head, card),
                "The file "
                        + head
                        + " is not an export of a ledger, but a saved head of a ledger.");
        told(
                verify(states, export, card, "--head", card.toString()),
                "is not a saved head of a ledger, but a signed card of a node.");
        told(
                verify(states, export, card, "--contents", export.toString()),
                "is not a file of contents of a dossier, but an export of a ledger.");
        told(
                states.sg("operator").asked("peer", "add", export.toString()),
                "is not a signed card of a node, but an export of a ledger.");
    }

    private static void told(Terminal.Ran ran, String... words) {
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.USAGE.number());
        String told = Said.text(ran.json(), "sentence") + " " + Said.text(ran.json(), "next");
        assertThat(told).contains(words).doesNotContain("JSON", "token", "Unrecognized");
    }

    private static void wrong(Terminal.Ran ran, String code) {
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void findsATamperedLedgerBroken(TwoStates states) throws Exception {
        Path edited = new DemoLedgers(export(states)).edited();

        Terminal.Ran broken = verify(states, edited, card(states, "sg"));

        assertThat(broken.exit()).isEqualTo(ExitCode.FAILED.number());
        assertThat(broken.code()).isEqualTo("LEDGER_LEAF_EDITED");
    }

    @Test
    void hashesTheContentsOfADossierAgain(TwoStates states) throws Exception {
        String request = Said.text(states.asked("Who is the consignee?"), "entry");
        String kept =
                states.answered(request, "A company", "--handling", "H0", "--use", "investigation");
        String gone = states.answered(request, "A wrong company", TwoStates.H1);
        String closed =
                states.answered(request, "A secret", "--handling", "H2", "--use", "investigation");
        String recall =
                Said.text(
                        states.vn("duty").done("recall", gone, "--ground", "wrong-fact"), "entry");
        states.sg("duty").waitsFor(recall, "ASKED");
        states.sg("duty").done("recall-answer", recall, "--erased");
        Path contents = files.resolve("contents");

        JsonNode taken =
                states.sg("duty").done("ledger", "contents", request, "--out", contents.toString());

        assertThat(taken.path("erased").intValue()).isEqualTo(1);
        assertThat(taken.path("notTaken").intValue()).isEqualTo(1);
        assertThat(Files.readString(contents)).contains("HANDLING_H2_NEEDS_PERMISSION");
        Path export = export(states);
        JsonNode found =
                verify(states, export, card(states, "sg"), "--contents", contents.toString())
                        .json();
        assertThat(Said.text(found, "result")).as(found.toString()).isEqualTo("intact");
        assertThat(found.path("contents").intValue())
                .isEqualTo(taken.path("held").intValue())
                .isPositive();
        assertThat(found.path("contentsErased").intValue()).isEqualTo(1);
        assertThat(found.path("contentsNotBrought").intValue()).isEqualTo(1);
        assertThat(Files.readString(export))
                .contains("\"kind\":\"content-exported\"", kept, closed);
        forgedContents(states, export, contents);
        addedTo(states, export, contents);
    }

    /// What was not looked at is not told to be intact, and nothing counts twice.
    private void addedTo(TwoStates states, Path export, Path contents) throws Exception {
        String text = Files.readString(contents);
        JsonNode first = JsonMapper.shared().readTree(text).at("/entries/0");
        String doubled =
                text.replaceFirst("\"entries\":\\[", "\"entries\":[" + quoted(first) + ",");

        assertThat(contentsOf(states, export, doubled)).isEqualTo("LEDGER_CONTENT_TWICE");
        String other =
                text.replaceFirst(
                        "^\\{\"dossier\":\"[^\"]*\"", "{\"dossier\":\"" + "a".repeat(26) + "\"");
        assertThat(other).isNotEqualTo(text);
        assertThat(contentsOf(states, export, other))
                .isEqualTo("LEDGER_CONTENT_OF_ANOTHER_DOSSIER");
        for (String unknown :
                List.of(
                        text.replaceFirst(
                                "\"state\":\"HELD\"", "\"state\":\"HELD\",\"translation\":\"x\""),
                        text.replaceFirst("\"dossier\":", "\"note\":\"x\",\"dossier\":"),
                        text.replaceFirst("\"KEPT_BACK\"", "\"READ\""),
                        text.replaceFirst("\"KEPT_BACK\"", "\"CLOSED\""))) {
            assertThat(unknown).isNotEqualTo(text);
            assertThat(contentsOf(states, export, unknown)).isEqualTo("LEDGER_CONTENT_UNKNOWN");
        }
    }

    private static String quoted(JsonNode json) {
        return Matcher.quoteReplacement(json.toString());
    }

    private String contentsOf(TwoStates states, Path export, String text) throws Exception {
        Path file = Files.writeString(files.resolve("added"), text);
        Terminal.Ran found =
                verify(states, export, card(states, "sg"), "--contents", file.toString());
        assertThat(found.exit()).as(found.toString()).isEqualTo(ExitCode.FAILED.number());
        assertThat(Said.text(found.json(), "sentence")).contains("file of contents");
        return found.code();
    }

    private void forgedContents(TwoStates states, Path export, Path contents) throws Exception {
        String text = Files.readString(contents);
        int sealed = text.indexOf("\"sealed\":\"") + 50;
        char other = text.charAt(sealed) == 'A' ? 'B' : 'A';
        Path forged =
                Files.writeString(
                        files.resolve("forged"),
                        text.substring(0, sealed) + other + text.substring(sealed + 1));

        Terminal.Ran found =
                verify(states, export, card(states, "sg"), "--contents", forged.toString());

        assertThat(found.exit()).as(found.toString()).isEqualTo(ExitCode.FAILED.number());
        assertThat(found.code()).isEqualTo("LEDGER_CONTENT_EDITED");
        wrong(
                verify(states, export, card(states, "sg"), "--contents", export.toString()),
                "COMMAND_MISUSED");
    }

    @Test
    void givesContentsToOfficersOfTheDeskAlone(TwoStates states) {
        String request = Said.text(states.asked("Who is it?"), "entry");
        String[] take = {"ledger", "contents", request, "--out", files.resolve("none").toString()};

        assertThat(states.sg("operator").asked(take).code()).startsWith("ACCESS_");
        assertThat(states.sg("ranger").asked(take).code()).isEqualTo("EXCHANGE_DOSSIER_UNKNOWN");
        assertThat(files.resolve("none")).doesNotExist();
    }

    @Test
    void givesAProgramTheLedgerInOneDocument(TwoStates states) throws Exception {
        Terminal.Ran exported = states.sg("operator").asked("ledger", "export");

        assertThat(exported.out().strip().lines()).hasSize(1);
        Path taken =
                Files.writeString(
                        files.resolve("taken"),
                        exported.json().path("ledger").stringValue(""),
                        StandardCharsets.US_ASCII);
        assertThat(verify(states, taken, card(states, "sg")).exit()).isZero();
        assertThat(states.sg("duty").asked("ledger", "export").code()).startsWith("ACCESS_");
    }

    private Path export(TwoStates states) {
        Path file = files.resolve("sg.ledger");
        states.sg("operator").done("ledger", "export", "--out", file.toString());
        return file;
    }

    private Path card(TwoStates states, String state) {
        Path file = files.resolve(state + ".card");
        Terminal operator = state.equals("sg") ? states.sg("operator") : states.vn("operator");
        operator.done("peer", "card", "--out", file.toString());
        return file;
    }

    private static Terminal.Ran verify(TwoStates states, Path export, Path card, String... more) {
        return states.sg("operator")
                .asked(
                        TwoStates.with(
                                new String[] {
                                    "ledger", "verify", export.toString(), "--card", card.toString()
                                },
                                more));
    }
}
