package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a command says to type next can be copied.
class CopyableTest {
    @TempDir private Path data = Path.of(".");

    @Test
    void quotesWhatTheShellWouldTakeApart() throws Exception {
        String word = "it's $HOME; a \"b\" \\ *";

        Process echo = new ProcessBuilder("sh", "-c", "printf %s " + Copyable.quoted(word)).start();

        assertThat(new String(echo.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(word);
        assertThat(Copyable.of("show", "01234567")).isEqualTo("./counterpart show 01234567");
        assertThat(Copyable.quoted("")).isEqualTo("''");
    }

    @Test
    void repeatsTheOptionsThatWereGiven() {
        assertThat(root("--node", "sg", "--officer", "duty").command("inbox"))
                .isEqualTo("./counterpart --node sg --officer duty inbox");
        assertThat(root("--data", "/tmp/my nodes", "--node", "sg").command("inbox"))
                .isEqualTo("./counterpart --data '/tmp/my nodes' --node sg inbox");
        assertThat(root("--data=nodes").command("inbox"))
                .isEqualTo("./counterpart --data " + Path.of("nodes").toAbsolutePath() + " inbox");
        assertThat(root().command("inbox")).isEqualTo("./counterpart inbox");
    }

    @Test
    void putsAnotherOfficerInThePlaceOfTheOneWhoAsked() {
        assertThat(root("--node", "sg", "--officer", "operator").commandOf("duty", "inbox"))
                .isEqualTo("./counterpart --node sg --officer duty inbox");
    }

    @Test
    void namesTheNodeThatIsToBeStartedAlsoWhereItIsTheOnlyOne() throws Exception {
        Files.createDirectories(data.resolve("sg"));
        Files.writeString(data.resolve("sg/node.properties"), "");

        assertThat(root("--data", data.toString()).startCommand())
                .isEqualTo("./counterpart --data " + data + " start --node sg");
    }

    private static Root root(String... options) {
        var root = new Root();
        new CommandLine(root).parseArgs(options);
        return root;
    }
}
