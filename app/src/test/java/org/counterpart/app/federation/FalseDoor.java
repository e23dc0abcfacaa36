package org.counterpart.app.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import org.counterpart.app.node.TlsIdentity;
import org.counterpart.dossier.Digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The federation door of a node that does not keep to the protocol: it has the TLS key of its card, and answers as the
/// test says.
final class FalseDoor implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final Digest pin;
    private volatile HttpHandler answering = exchange -> answer(exchange, 200, new byte[0]);

    private FalseDoor(HttpsServer server, Digest pin) {
        this.server = server;
        this.pin = pin;
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    asked.add(exchange.getRequestURI().getPath());
                    answering.handle(exchange);
                });
        server.start();
    }

    static FalseDoor opened(TlsIdentity identity) {
        return opened(identity, "TLSv1.3");
    }

    static FalseDoor opened(TlsIdentity identity, String protocol) {
        try {
            var server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(speaking(context(identity), protocol));
            return new FalseDoor(server, new Digest(HexFormat.of().formatHex(identity.pin())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpsConfigurator speaking(SSLContext context, String protocol) {
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setProtocols(new String[] {protocol});
                parameters.setSSLParameters(ssl);
            }
        };
    }

    private static SSLContext context(TlsIdentity identity)
            throws GeneralSecurityException, IOException {
        char[] password = {};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(
                "tls", identity.key(), password, new Certificate[] {identity.certificate()});
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /// What it does with each request from now on.
    void answers(HttpHandler how) {
        answering = how;
    }

    void answers(int status, byte[] body) {
        answers(exchange -> answer(exchange, status, body));
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", RequestSignature.CONTENT_TYPE);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// The paths that were asked for and not yet looked at.
    BlockingQueue<String> asked() {
        return asked;
    }

    String address() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    Digest pin() {
        return pin;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
