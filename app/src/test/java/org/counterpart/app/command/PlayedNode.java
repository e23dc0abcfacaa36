package org.counterpart.app.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.counterpart.app.node.TestFolders;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A small server that plays the node `sg` over real HTTP, with the folder by which the command line finds it.
final class PlayedNode implements BeforeEachCallback, AfterEachCallback {
    private final HttpServer server;
    private final Path data;

    PlayedNode() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            data = Files.createTempDirectory("counterpart-played-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it says to one request.
    interface Answer {
        String to(HttpExchange asked) throws IOException;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        server.start();
        Files.createDirectories(officers());
        Files.writeString(properties(), "officers-port=" + server.getAddress().getPort() + "\n");
    }

    /// Below which the command line finds it.
    Path data() {
        return data;
    }

    Path properties() {
        return data.resolve("sg/node.properties");
    }

    private Path officers() {
        return data.resolve("sg/officers");
    }

    /// Gives an officer a token in a file with these permissions.
    void token(String officer, String text, String permissions) throws IOException {
        Path file = Files.writeString(officers().resolve(officer + ".token"), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    void answers(String path, int status, Answer answer) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        byte[] bytes = answer.to(exchange).getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
    }

    /// It is gone, and its folder still there.
    void stop() {
        server.stop(0);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        stop();
        TestFolders.delete(data);
    }
}
