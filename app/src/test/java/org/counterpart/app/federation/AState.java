package org.counterpart.app.federation;

import org.counterpart.app.node.ANode;
import org.counterpart.app.node.TestFolders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// A state with a real node in this process, an operator, one desk and its duty officer, spoken to over HTTP as the
/// command line does.
public final class AState implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Optional<ANode> node;
    private final URI base;
    private final Path tokens;
    private final String letters;

    private AState(Optional<ANode> node, URI base, Path tokens, String letters) {
        this.node = node;
        this.base = base;
        this.tokens = tokens;
        this.letters = letters;
    }

    /// Starts the node of a state such as `sg`, with the desk `<state>/customs` and the officers `duty` and `lead`.
    public static AState started(Path data, String letters, String zone) {
        try {
            TestFolders.letOthersThrough(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ANode node = ANode.started(data, letters);
        var state =
                new AState(
                        Optional.of(node),
                        node.officers("/"),
                        node.settings().folder().officers(),
                        letters);
        state.staff(zone);
        return state;
    }

    /// The same state, whose node is another process with its folder below this one.
    ///
    /// @param data as this process sees it
    public static AState elsewhere(Path data, String letters) throws IOException {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(letters).resolve("node.properties"))) {
            kept.load(in);
        }
        return new AState(
                Optional.empty(),
                URI.create("http://localhost:" + kept.getProperty("officers-port") + "/"),
                data.resolve(letters).resolve("officers"),
                letters);
    }

    /// Gives it the desk `<state>/customs` and the officers `duty` and `lead`.
    public void staff(String zone) {
        done(
                as("operator")
                        .post(
                                "/desks",
                                """
                                {"handle":"customs","authority":"Customs","name":"Customs intelligence",
                                 "kind":"customs","languages":["en"],"timeZone":"%s"}
                                """
                                        .formatted(zone)));
        officer("duty", "duty-officer", desk());
        officer("lead", "supervisor", desk());
    }

    /// A further officer, of a desk of this node.
    public void officer(String name, String role, String desk) {
        done(
                as("operator")
                        .post(
                                "/officers",
                                """
                                {"name":"%s","label":"%s of %s","role":"%s","desk":"%s"}
                                """
                                        .formatted(name, role, desk, role, desk)));
    }

    /// A further officer, with a role of the node as a whole.
    public void officer(String name, String role) {
        done(
                as("operator")
                        .post(
                                "/officers",
                                """
                                {"name":"%s","label":"%s of the node","role":"%s"}
                                """
                                        .formatted(name, role, role)));
    }

    /// A further desk such as `<state>/police`.
    public void desk(String slug) {
        done(
                as("operator")
                        .post(
                                "/desks",
                                """
                                {"handle":"%s","authority":"%s","name":"The %s desk",
                                 "kind":"other","languages":["en"],"timeZone":"UTC"}
                                """
                                        .formatted(slug, slug, slug)));
    }

    /// The handle of its desk.
    public String desk() {
        return letters + "/customs";
    }

    /// Its node, when that is in this process.
    public ANode node() {
        return node.orElseThrow();
    }

    /// One officer's way in.
    public Caller as(String officer) {
        return new Caller(List.of("Authorization", "Bearer " + token(officer)));
    }

    /// The way in of whoever shows this text as a token.
    public Caller withToken(String token) {
        return new Caller(List.of("Authorization", "Bearer " + token));
    }

    /// The way in of whoever shows nothing.
    public Caller asNobody() {
        return new Caller(List.of());
    }

    /// The token that lies in the officer's file.
    public String token(String officer) {
        try {
            Path file = tokens.resolve(officer + ".token");
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The leaves of one kind in the ledger, as the operator exports it.
    public List<String> leaves(String kind) {
        byte[] ledger = as("operator").fetch("/ledger/export").body();
        return new String(ledger, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.contains("\"kind\":\"" + kind + "\""))
                .toList();
    }

    private JsonNode done(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(letters + ": " + answer);
        }
        return answer.body();
    }

    /// What came back.
    public record Answer(int status, JsonNode body) {
        /// The code of a refusal.
        public String code() {
            return body.path("code").stringValue("none");
        }

        /// A field of what was done; refusals fail the test.
        public String text(String name) {
            if (status >= 300) {
                throw new AssertionError(this);
            }
            return body.path(name).stringValue("");
        }
    }

    /// Speaks as one officer, or as somebody who is none.
    public final class Caller {
        private final List<String> headers;

        private Caller(List<String> headers) {
            this.headers = List.copyOf(headers);
        }

        /// The same caller, who wishes to be spoken to so, as in `Accept-Language`.
        public Caller reading(String languages) {
            var more = new ArrayList<>(headers);
            more.addAll(List.of("Accept-Language", languages));
            return new Caller(more);
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        /// What comes back as it is.
        public HttpResponse<byte[]> fetch(String path) {
            try {
                return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        public Answer post(String path, String json) {
            return post(path, "application/json", json);
        }

        public Answer post(String path, String type, String body) {
            return send(
                    request(path)
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
            return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
        }

        private Answer send(HttpRequest.Builder request) {
            try {
                var response =
                        HTTP.send(
                                request.build(),
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                String text = response.body().isBlank() ? "{}" : response.body();
                return new Answer(response.statusCode(), JSON.readTree(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Exchanges cards and accepts on both sides, as two operators on the telephone do.
    public void peersWith(AState other) {
        hands(other);
        other.hands(this);
        accepts(other);
        other.accepts(this);
    }

    /// Whether its officers find a desk in their directory.
    public boolean knows(String desk) {
        return as("duty").get("/desks").body().toString().contains(desk);
    }

    /// From now on it calls the other node where nobody listens.
    void cutsItsLineTo(AState other) {
        JsonNode card = other.as("operator").get("/peers").body().path("card");
        done(
                as("operator")
                        .post("/peers", "{\"card\":" + card + ",\"via\":\"https://127.0.0.1:9\"}"));
    }

    /// Gives the other operator our card.
    public void hands(AState other) {
        JsonNode card = as("operator").get("/peers").body().path("card");
        other.done(other.as("operator").post("/peers", "{\"card\":" + card + "}"));
    }

    /// Accepts with the fingerprint that the other operator reads aloud.
    public void accepts(AState other) {
        String fingerprint = other.as("operator").get("/peers").text("fingerprint");
        done(
                as("operator")
                        .post(
                                "/peers/" + other.letters + "/acceptance",
                                "{\"fingerprint\":\"" + fingerprint + "\"}"));
    }

    @Override
    public void close() {
        node.ifPresent(ANode::close);
    }
}
