package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.Setting;
import org.counterpart.app.node.StartOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<StartOrder> started = new ArrayList<>();

    @TempDir private Path data = Path.of(".");

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("VERB", "start", "version", "3 refused, 4 node unreachable");
        assertThat(run("start", "--help")).isZero();
        assertThat(out()).contains("--state", "--mode", "--node");
    }

    @Test
    void showsTheHelpWhenNothingIsAsked() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.number());
        assertThat(out()).contains("VERB");
    }

    @Test
    void refusesWhatItDoesNotKnowInASentence() {
        assertThat(run("strat")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err()).contains("strat").contains("--help");
        assertThat(run("start", "--nod", "sg")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err()).contains("--nod");
    }

    @Test
    void startsTheNamedNodeWithWhatWasGiven() {
        assertThat(run("--node", "sg", "start", "--state", "SG", "--mode", "demo")).isZero();
        StartOrder order = started.getFirst();
        assertThat(order.node().text()).isEqualTo("sg");
        assertThat(order.data()).isEqualTo(data);
        assertThat(order.given())
                .containsEntry(Setting.STATE, "SG")
                .containsEntry(Setting.MODE, "demo");
    }

    @Test
    void takesOptionsBeforeAndAfterTheVerb() {
        assertThat(run("start", "--node", "vn")).isZero();
        assertThat(started.getFirst().node().text()).isEqualTo("vn");
    }

    @Test
    void meansTheOnlyNodeWhenNoneIsNamed() throws Exception {
        makeNode("sg");
        assertThat(run("start")).isZero();
        assertThat(started.getFirst().node().text()).isEqualTo("sg");
        makeNode("vn");
        assertThat(run("start")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err()).contains("sg, vn").contains("--node");
    }

    @Test
    void refusesANameThatIsNoNodes() {
        assertThat(run("start", "--node", "../x")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err()).contains("\"../x\"");
    }

    @Test
    void answersInJsonWhenAsked() {
        assertThat(run("version", "--json")).isZero();
        assertThat(out()).startsWith("{").contains("\"version\":\"");
        run("start", "--json");
        assertThat(out()).contains("{\"code\":\"COMMAND_MISUSED\",\"sentence\":\"No node is named");
    }

    @Test
    void saysThatANodeIsNotThere() throws Exception {
        makeNode("sg");
        Files.createDirectories(data.resolve("sg/officers"));
        Path token = Files.writeString(data.resolve("sg/officers/duty.token"), "a-token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));

        assertThat(run("inbox", "--json")).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(out()).contains("\"code\":\"NODE_UNREACHABLE\"");
        assertThat(err()).contains("Start it with: ./counterpart start --node sg");
    }

    private void makeNode(String name) throws Exception {
        Files.createDirectories(data.resolve(name));
        Files.writeString(data.resolve(name).resolve("node.properties"), "");
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        var commands =
                new Commands(
                        (order, _) -> {
                            started.add(order);
                            return ExitCode.DONE;
                        },
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of(words));
        if (words.length > 0) {
            all.add("--data=" + data);
        }
        return commands.run(all.toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
