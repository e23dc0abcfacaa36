package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeFolder;
import org.counterpart.app.node.NodeProperties;
import org.counterpart.app.node.Setting;
import org.counterpart.app.node.StartOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    private Serving starts =
            (order, _) -> {
                started.add(order);
                return ExitCode.DONE;
            };

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
    void isSilentOnTheOtherOutputWhenItAnswersAProgram() {
        run("start", "--nod", "sg", "--json");
        assertThat(err()).isEmpty();
        run("inbox", "--node", "xx", "--json");
        assertThat(err()).isEmpty();
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
        assertThat(err()).contains("--node NAME is missing; allowed is sg or vn.");
    }

    @Test
    void refusesANameThatIsNoNodes() {
        assertThat(run("start", "--node", "../x")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err()).contains("--node is \"../x\"; allowed is a small letter");
    }

    @Test
    void answersInJsonWhenAsked() {
        assertThat(run("version", "--json")).isZero();
        assertThat(out()).startsWith("{").contains("\"version\":\"");
        run("start", "--json");
        assertThat(out()).contains("{\"code\":\"COMMAND_MISUSED\",\"sentence\":\"--node NAME is");
    }

    @Test
    void answersAProgramWithOneDocumentWhateverHappens() throws Exception {
        assertThat(sentence("strat", "--json")).contains("strat");
        assertThat(sentence("--json", "start", "--nod", "sg")).contains("--nod");
        assertThat(sentence("--json")).contains("The verb of counterpart is missing");
        assertThat(sentence("--json", "peer")).contains("The verb of peer is missing");
        assertThat(sentence("start", "--json", "--node", "../x")).contains("\"../x\"");
        assertThat(json("start", "--help", "--json").path("text").stringValue(""))
                .contains("Usage: counterpart start");
        assertThat(json("--json", "--version").path("text").stringValue(""))
                .contains("counterpart");
        makeNode("sg");
        assertThat(sentence("ledger", "export", "--json")).contains("No officer has a token file");
        assertThat(sentence("ledger", "verify", "none", "--card", "none", "--json"))
                .contains("cannot be read");
    }

    @Test
    void answersAProgramAlsoWhenAStartFails() throws Exception {
        makeNode("sg");
        Files.writeString(data.resolve("sg/node.properties"), "state=\\uZZZZ");
        starts =
                (order, _) -> {
                    NodeProperties.read(NodeFolder.of(order.data(), order.node()));
                    return ExitCode.DONE;
                };
        assertThat(sentence("start", "--node", "sg", "--json")).contains("node.properties");
        assertThat(out()).contains("\"code\":\"NODE_FAILED\"", "\"next\":\"It must belong to ");
        starts =
                (_, _) -> {
                    throw new IllegalStateException("java.lang.Inner[x]");
                };
        assertThat(sentence("start", "--node", "sg", "--json"))
                .contains("should not have happened")
                .doesNotContain("java.");
    }

    @Test
    void saysThatThereIsNoNodeOfThatName() throws Exception {
        assertThat(run("inbox", "--node", "xx", "--json")).isEqualTo(ExitCode.USAGE.number());
        assertThat(out()).contains("\"code\":\"NODE_UNKNOWN\"", "There is no node xx in " + data);
        assertThat(out())
                .contains("Make it with: ./counterpart --data " + data + " start --node xx");
        makeNode("sg");
        makeNode("vn");
        assertThat(run("ledger", "export", "--node", "xx")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err()).contains("There is: sg, vn");
    }

    @Test
    void namesTheOfficersWhoHaveTokens() throws Exception {
        makeNode("sg");
        Files.createDirectories(data.resolve("sg/officers"));
        Files.writeString(data.resolve("sg/officers/duty.token"), "a-token");
        Files.writeString(data.resolve("sg/officers/operator.token"), "a-token");

        assertThat(run("inbox", "--officer", "nobody")).isEqualTo(ExitCode.USAGE.number());
        assertThat(err())
                .contains("\"nobody\", who has no token file here; allowed is duty or operator.");
    }

    /// The sentence of the one document that says why something was not done.
    private String sentence(String... words) {
        return json(words).path("sentence").stringValue("none");
    }

    private JsonNode json(String... words) {
        run(words);
        assertThat(out().strip().lines()).as(out()).hasSize(1);
        return JsonMapper.shared().readTree(out());
    }

    @Test
    void saysThatANodeIsNotThere() throws Exception {
        makeNode("sg");
        Files.createDirectories(data.resolve("sg/officers"));
        Path token = Files.writeString(data.resolve("sg/officers/duty.token"), "a-token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));

        assertThat(run("inbox", "--json")).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(out()).contains("\"code\":\"NODE_UNREACHABLE\"");
        assertThat(out()).contains("Start it with: ./counterpart --data " + data + " start");
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
                        starts,
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
