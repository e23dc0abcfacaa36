package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import picocli.CommandLine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Against a small server that plays the node, over real HTTP.
class NodeClientTest {
    private final List<String> seen = new ArrayList<>();
    @RegisterExtension final PlayedNode node = new PlayedNode();

    NodeClientTest() {}

    @BeforeEach
    void givesTheDeskAToken() throws Exception {
        node.token("desk", "a-token", "rw-------");
    }

    @Test
    void asksAsTheOfficerAndReadsTheAnswer() {
        answers("/inbox", 200, "{\"waiting\":2}");
        assertThat(client().get("/inbox").path("waiting").intValue()).isEqualTo(2);
        assertThat(seen).containsExactly("GET Bearer a-token ");
    }

    @Test
    void asksInTheLanguageOfTheTerminal() {
        List<String> languages = new ArrayList<>();
        node.answers(
                "/inbox",
                200,
                asked -> {
                    languages.add(asked.getRequestHeaders().getFirst("Accept-Language"));
                    return "";
                });
        new NodeClient(root(), new TerminalLanguage("vi")).get("/inbox");
        assertThat(languages).containsExactly("vi");
    }

    @Test
    void handsInJson() {
        answers("/ask", 200, "");
        assertThat(client().post("/ask", Map.of("to", "vn")).isEmpty()).isTrue();
        assertThat(seen).containsExactly("POST Bearer a-token {\"to\":\"vn\"}");
    }

    @Test
    void passesARefusalOnInTheNodesOwnWords() {
        answers(
                "/ask",
                403,
                "{\"code\":\"ACCESS_NO\",\"sentence\":\"Not this desk.\",\"next\":\"Ask the"
                        + " head.\"}");
        assertThatThrownBy(() -> client().get("/ask"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
                            assertThat(refused.code()).isEqualTo("ACCESS_NO");
                            assertThat(refused.sentence()).isEqualTo("Not this desk.");
                            assertThat(refused.next()).contains("Ask the head.");
                        });
    }

    @Test
    void namesTheFileOfATokenThatIsNotAccepted() {
        answers(
                "/ask",
                401,
                "{\"code\":\"ACCESS_TOKEN_UNKNOWN\",\"sentence\":\"No.\",\"next\":\"Check.\"}");
        assertThatThrownBy(() -> client().get("/ask"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.next().orElse(""))
                                        .startsWith("Check. (")
                                        .endsWith("/sg/officers/desk.token)"));
    }

    @Test
    void passesOnWhichPartIsToBlameAndWhatIsAllowedThere() {
        answers(
                "/ask",
                422,
                "{\"code\":\"REQUEST_MALFORMED\",\"sentence\":\"No.\",\"next\":\"Mend"
                        + " it.\",\"part\":\"clock\",\"allowed\":[\"7d\",\"3d\"]}");
        assertThatThrownBy(() -> client().get("/ask"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.json())
                                    .containsEntry("part", "clock")
                                    .containsEntry("allowed", List.of("7d", "3d"));
                            assertThat(refused.withCommand("x").json())
                                    .containsEntry("next", "Mend it. x")
                                    .containsEntry("part", "clock");
                            assertThat(refused.author()).isEmpty();
                        });
    }

    @Test
    void saysNothingOfAPartWhereNoneIsToBlame() {
        answers("/ask", 403, "{\"code\":\"ACCESS_NO\",\"sentence\":\"Not this desk.\"}");
        assertThatThrownBy(() -> client().get("/ask"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.json().keySet())
                                        .containsExactly("code", "sentence"));
    }

    @Test
    void tellsAFailureFromARefusal() {
        answers("/ask", 500, "{\"status\":500}");
        assertThatThrownBy(() -> client().get("/ask"))
                .isInstanceOf(Failed.class)
                .hasMessageContaining("HTTP 500");
        answers("/page", 200, "<html>");
        assertThatThrownBy(() -> client().get("/page"))
                .isInstanceOf(Failed.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void saysWhenNoNodeAnswers() throws Exception {
        node.stop();
        assertThatThrownBy(() -> client().get("/x"))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        gone -> {
                            assertThat(gone.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
                            assertThat(gone.next())
                                    .contains(
                                            "Start it with: ./counterpart --data "
                                                    + node.data()
                                                    + " start --node sg");
                        });
        Files.delete(node.properties());
        assertThatThrownBy(() -> client().get("/x"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("never started");
    }

    @Test
    void refusesATokenThatOthersCanRead() throws Exception {
        node.token("desk", "a-token", "rw-r--r--");
        assertThatThrownBy(() -> client().get("/x"))
                .isInstanceOf(Misused.class)
                .hasMessageContaining("Others can read");
    }

    @Test
    void asksWhoWhenTwoOfficersHaveTokens() throws Exception {
        node.token("other", "b-token", "rw-------");
        assertThatThrownBy(() -> client().get("/x"))
                .isInstanceOf(Misused.class)
                .hasMessageContaining("--officer NAME is missing; allowed is desk or other.");
        answers("/x", 200, "{}");
        assertThat(client("--officer", "other").get("/x").isEmpty()).isTrue();
        assertThat(seen).containsExactly("GET Bearer b-token ");
        assertThatThrownBy(() -> client("--officer", "../sg").get("/x"))
                .isInstanceOf(Misused.class);
    }

    private void answers(String path, int status, String body) {
        node.answers(
                path,
                status,
                asked -> {
                    seen.add(
                            asked.getRequestMethod()
                                    + " "
                                    + asked.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + new String(
                                            asked.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    return body;
                });
    }

    private NodeClient client(String... options) {
        return new NodeClient(root(options));
    }

    private Root root(String... options) {
        var root = new Root();
        List<String> words =
                new ArrayList<>(List.of("--node", "sg", "--data", node.data().toString()));
        words.addAll(List.of(options));
        new CommandLine(root).parseArgs(words.toArray(String[]::new));
        return root;
    }
}
