package org.counterpart.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A node as an operator runs it, spoken to over HTTP.
final class BenchNode implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long FAREWELL_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path folder;
    private final Process process;
    private final URI officers;
    private final Duration ready;

    private BenchNode(String name, Path folder, Process process, URI officers, Duration ready) {
        this.name = name;
        this.folder = folder;
        this.process = process;
        this.officers = officers;
        this.ready = ready;
    }

    static BenchNode started(Path data, String name) throws IOException {
        String program =
                Path.of(System.getProperty("counterpart.root", "."), "counterpart").toString();
        Process process =
                new ProcessBuilder(
                                program,
                                "--data",
                                data.toString(),
                                "--node",
                                name,
                                "--json",
                                "start")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith("{")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the node " + name + " did not start");
        }
        JsonNode ready = JsonMapper.shared().readTree(line);
        return new BenchNode(
                name,
                data.resolve(name),
                process,
                URI.create(ready.path("officersUrl").stringValue("")),
                Duration.ofMillis(ready.path("readyMillis").longValue()));
    }

    /// How long it took to serve, by its own clock.
    Duration ready() {
        return ready;
    }

    String desk() {
        return name + "/customs";
    }

    void staff() {
        post(
                "operator",
                "/desks",
                """
                {"handle":"customs","authority":"Customs","name":"Customs","kind":"customs","languages":["en"],"timeZone":"UTC"}
                """);
        post(
                "operator",
                "/officers",
                """
                {"name":"duty","label":"Duty officer","role":"duty-officer","desk":"%s"}
                """
                        .formatted(desk()));
    }

    void peerWith(BenchNode other) {
        exchangeCards(other);
        other.exchangeCards(this);
        accept(other);
        other.accept(this);
        await("both know both desks", () -> knows(other) && other.knows(this));
    }

    private void exchangeCards(BenchNode other) {
        JsonNode card = get("operator", "/peers").path("card");
        other.post("operator", "/peers", "{\"card\":" + card + "}");
    }

    private void accept(BenchNode other) {
        String fingerprint = other.get("operator", "/peers").path("fingerprint").stringValue("");
        post(
                "operator",
                "/peers/" + other.name + "/acceptance",
                "{\"fingerprint\":\"" + fingerprint + "\"}");
    }

    private boolean knows(BenchNode other) {
        return get("duty", "/desks").toString().contains(other.desk());
    }

    static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    JsonNode get(String officer, String path) {
        return send(request(officer, path).GET());
    }

    /// The acts of its ledger, in the order of their numbers.
    Stream<JsonNode> leaves() {
        return text(request("operator", "/ledger/export").GET())
                .lines()
                .filter(line -> line.startsWith("held "))
                .map(line -> JsonMapper.shared().readTree(line.split(" ", 5)[4]));
    }

    JsonNode post(String officer, String path, String json) {
        return send(
                request(officer, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String officer, String path) {
        try {
            String token =
                    Files.readString(folder.resolve("officers").resolve(officer + ".token"))
                            .strip();
            return HttpRequest.newBuilder(officers.resolve(path))
                    .header("Authorization", "Bearer " + token);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        return JsonMapper.shared().readTree(text(request));
    }

    private String text(HttpRequest.Builder request) {
        try {
            var response =
                    HTTP.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        name + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
