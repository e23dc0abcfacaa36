package org.counterpart.app.command;

import org.counterpart.app.node.NodeProperties;
import org.counterpart.app.node.Setting;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Talks to the running node as one officer: JSON over HTTP on this machine, with the officer's token.
/// A refusal of the node (`{"code","sentence","next"}`, with `part` and `allowed` where one part is to blame) becomes [Refused]; a node that is not there, [Unreachable].
final class NodeClient {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);
    private static final int LEAST_REFUSAL = 400;
    private static final int LEAST_FAILURE = 500;

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_PATIENCE)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    private final Root root;
    private final TerminalLanguage language;

    NodeClient(Root root) {
        this(root, TerminalLanguage.of(System.getenv()));
    }

    NodeClient(Root root, TerminalLanguage language) {
        this.root = root;
        this.language = language;
    }

    /// Asks for something to read.
    JsonNode get(String path) {
        return answer(request(path).GET());
    }

    /// Hands something in.
    JsonNode post(String path, Object body) {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body))));
    }

    /// One segment of a path, whatever a person typed.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        String token = token().read();
        return HttpRequest.newBuilder(address().resolve(path))
                .timeout(ANSWER_PATIENCE)
                .header("Accept", "application/json")
                .header("Accept-Language", language.tag())
                .header("Authorization", "Bearer " + token);
    }

    private URI address() {
        return NodeProperties.read(root.folder())
                .value(Setting.OFFICERS_PORT)
                .map(port -> URI.create("http://localhost:" + port))
                .orElseThrow(() -> new Unreachable(root, "it was never started in " + root.data()));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            return read(
                    HTTP.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
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

    private JsonNode read(HttpResponse<String> response) {
        JsonNode body = parse(response.body());
        if (response.statusCode() < LEAST_REFUSAL) {
            return body;
        }
        if (body.path("code").isString() && body.path("sentence").isString()) {
            throw refused(body, body.path("code").stringValue());
        }
        String who =
                response.statusCode() < LEAST_FAILURE
                        ? "does not know this request"
                        : "failed at this request";
        throw new Failed(
                "The node " + who + " (HTTP " + response.statusCode() + ").",
                "Its log says more: " + root.folder().log());
    }

    /// Of a token that is not accepted, perhaps because it was cut off, the file is named too.
    private Refused refused(JsonNode body, String code) {
        var refused =
                new Refused(
                        code,
                        body.path("sentence").stringValue(""),
                        body.path("next").stringValue(""),
                        blamed(body));
        return code.startsWith("ACCESS_TOKEN_")
                ? refused.withCommand("(" + token().file() + ")")
                : refused;
    }

    private OfficerToken token() {
        return new OfficerToken(root.known(), root.officer());
    }

    private static Refused.Blamed blamed(JsonNode body) {
        return new Refused.Blamed(Said.text(body, "part"), Said.texts(body.path("allowed")));
    }

    private static JsonNode parse(String text) {
        if (text.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            throw new Failed(
                    "The node answered with something that is not JSON.",
                    "Is another program on its port?");
        }
    }
}
