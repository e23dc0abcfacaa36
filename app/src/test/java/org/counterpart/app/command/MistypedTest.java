package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.Test;

/// Whatever is typed wrongly is told in one form: the option, what was given, what is allowed, and where the help is.
class MistypedTest {
    @Test
    void namesTheOptionThatIsNotThereAndTheOneThatMayBeMeant() {
        told("start --nod=sg", "start has no option --nod.", "Did you mean --node?");
        told("peer list --all", "peer list has no option --all.");
    }

    @Test
    void namesTheVerbsThereAre() {
        told("strat", "counterpart has no verb \"strat\"; allowed is start,", "mean start?");
        told("peer --node sg", "The verb of peer is missing; allowed is card, add, accept,");
        told("peer foo", "peer has no verb \"foo\"; allowed is card, add,", "or withdraw.");
    }

    @Test
    void saysWhatToDoWithAWordTooMany() {
        told(
                "ask --to vn/customs Who is it",
                "ask has no place for the word \"is\".",
                "stand between quotes. Help:");
    }

    @Test
    void namesEverythingThatIsMissingWithItsForm() {
        told("ask", "--to DESK is missing.");
        told("ask --to", "--to DESK is missing.");
        told("show", "DOSSIER is missing.");
        told("officer add duty", "--label TEXT and --role ROLE are missing.");
    }

    @Test
    void namesTheAlternatives() {
        told("answer 01234567 Me", "--full or --part is missing.");
        told("answer 01234567 --full --part Me", "--full and --part exclude each other;");
        told(
                "recall-answer 01234567 --erased --kept-under-law",
                "--erased and --kept-under-law exclude each other; allowed is one of them.");
        told(
                "recall-answer 01234567 --kept-under-law --ground evidence-in-pending-case"
                        + " --erased",
                "--erased and --kept-under-law exclude each other;");
        told("recall-answer 01234567", "--erased or --kept-under-law is missing.");
        told(
                "recall-answer 01234567 --kept-under-law --ground evidence-in-pending-case",
                "\n--court NAME and --review DATE are missing.");
    }

    @Test
    void speaksOfValuesWithoutTheWordsOfJava() {
        told(
                "permission grant x --until soon",
                "--until is \"soon\"; allowed is a day such as 2027-01-31.");
        told("inbox --json=please", "--json is \"please\"; allowed is the option alone,");
        told("desk list --state vn --state sg", "--state is given twice; allowed is once.");
        told("start --node sg --mode test", "--mode is \"test\"; allowed is demo or production.");
        told("start --node sg --state ZZ", "--state is \"ZZ\"; allowed is the two capital letters");
        told("start --node S", "--node is \"S\"; allowed is a small letter, then at most 30");
        told(
                "officer add x --label X --role king",
                "--role is \"king\"; allowed is duty-officer, supervisor,");
        String desk = "desk add --handle x --authority A --name N --lang en ";
        told(desk + "--kind customs --zone UTC+7", "--zone is \"UTC+7\"; allowed is a region and");
        told(desk + "--kind king --zone Asia/Singapore", "--kind is \"king\"; allowed is customs,");
    }

    private static void told(String line, String... sentences) {
        Terminal.Ran ran = Terminal.typed(TwoStates.words(line));
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ran.out()).isEmpty();
        assertThat("\n" + ran.err())
                .contains(sentences)
                .contains(" (COMMAND_MISUSED)\n", "Help: ./counterpart ")
                .endsWith(" --help\n")
                .doesNotContain("java", "LocalDate", "'")
                .hasLineCount(3);
    }
}
