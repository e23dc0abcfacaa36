package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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

    private static void wrong(Terminal.Ran ran, String code) {
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).isNotBlank();
    }

    @Test
    void findsATamperedLedgerBroken(TwoStates states) throws Exception {
        Path edited = new DemoLedgers(export(states)).edited();

        Terminal.Ran broken = verify(states, edited, card(states, "sg"));

        assertThat(broken.exit()).isEqualTo(ExitCode.FAILED.number());
        assertThat(broken.code()).isEqualTo("LEDGER_LEAF_EDITED");
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
