package org.counterpart.app.command;

import org.counterpart.app.node.NodeProperties;
import org.counterpart.app.node.Setting;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Fetches the export from the running node, as one officer. Unlike [NodeClient] it hands the answer on while it
/// comes: a ledger may be larger than the memory of this command.
final class LedgerDownload {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DONE = 200;
    private static final int BUFFER = 64 * 1024;

    private final Root root;

    LedgerDownload(Root root) {
        this.root = root;
    }

    /// A failure of `out` is the caller's own and goes through as [UncheckedIOException].
    void into(OutputStream out) {
        HttpRequest request = request();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> response =
                    http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != DONE) {
                    throw refusal(response.statusCode(), body);
                }
                copy(body, out);
            }
        } catch (ConnectException _) {
            throw new Unreachable(root, "nothing listens on its port");
        } catch (IOException e) {
            throw new Unreachable(
                    root, "the connection broke (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unreachable(root, "the command was interrupted");
        }
    }

    private HttpRequest request() {
        String token = new OfficerToken(root.known(), root.officer()).read();
        URI address =
                NodeProperties.read(root.folder())
                        .value(Setting.OFFICERS_PORT)
                        .map(port -> URI.create("http://localhost:" + port + "/ledger/export"))
                        .orElseThrow(
                                () ->
                                        new Unreachable(
                                                root, "it was never started in " + root.data()));
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept-Language", TerminalLanguage.of(System.getenv()).tag())
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static void copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            write(out, buffer, read);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandFailure refusal(int status, InputStream body) throws IOException {
        JsonNode said = read(body.readAllBytes());
        return said.path("code").isString() && said.path("sentence").isString()
                ? new Refused(
                        said.path("code").stringValue(),
                        said.path("sentence").stringValue(),
                        said.path("next").stringValue(""))
                : new Failed(
                        "The node gave no ledger (HTTP " + status + ").",
                        "Its log says more: " + root.folder().log());
    }

    /// Where it is not the node's words, the status says what there is to say.
    private static JsonNode read(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
