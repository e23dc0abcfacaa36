package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Against a small server that plays the node: what operators read before and after the telephone call.
class PeerVerbsTest {
    private static final String OURS = "11111 22222 33333 44444 55555 66666";
    private static final String THEIRS = "99999 88888 77777 66666 55555 44444";

    private final HttpServer server;

    @TempDir private Path data = Path.of(".");

    PeerVerbsTest() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws Exception {
        server.start();
        Files.createDirectories(data.resolve("sg/officers"));
        Files.writeString(
                data.resolve("sg/node.properties"),
                "officers-port=" + server.getAddress().getPort() + "\n");
        Path token = Files.writeString(data.resolve("sg/officers/operator.token"), "a-token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(data.resolve("vn.card.json"), "{}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void showsTheOwnFingerprintAndNeverThatOfACardThatNobodyCompared() {
        answers(peer(false));

        Terminal.Ran added = add();

        assertThat(added.exit()).as(added.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(added.out())
                .contains(
                        "read out yours:\n  " + OURS,
                        "./counterpart peer accept VN --fingerprint \"DIGITS\"")
                .doesNotContain(THEIRS);
        assertThat(add("--json").out()).contains(OURS, "\"state\":\"VN\"").doesNotContain(THEIRS);
        assertThat(operator().run("peer", "list").out()).doesNotContain(THEIRS);
        assertThat(operator().asked("peer", "list").out()).doesNotContain(THEIRS);
    }

    @Test
    void tellsAProgramTheFingerprintOnceItIsAccepted() {
        answers(peer(true));

        assertThat(operator().asked("peer", "list").out()).contains(THEIRS);
    }

    private Terminal.Ran add(String... more) {
        String card = data.resolve("vn.card.json").toString();
        return operator().run(TwoStates.with(new String[] {"peer", "add", card}, more));
    }

    private Terminal operator() {
        return new Terminal(data, "sg", "operator");
    }

    private static String peer(boolean accepted) {
        return """
        {"node":"0123456789abcdef","state":"VN","fingerprint":"%s","accepted":%b,"acceptsUs":false}
        """
                .formatted(THEIRS, accepted);
    }

    /// The peer where one is added, and a list of it with our own fingerprint where peers are asked for.
    private void answers(String peer) {
        server.createContext(
                "/peers",
                exchange -> {
                    try (exchange) {
                        exchange.getRequestBody().readAllBytes();
                        String answer =
                                exchange.getRequestMethod().equals("POST")
                                        ? peer
                                        : "{\"fingerprint\":\"%s\",\"peers\":[%s]}"
                                                .formatted(OURS, peer);
                        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
    }
}
