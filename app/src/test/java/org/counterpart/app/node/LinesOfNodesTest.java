package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A server with the endpoint of the federation and without its TLS: who holds many lines ends its own.
class LinesOfNodesTest {
    private static final int MORE_THAN_ALL = 300;
    private static final String BEGUN = "GET /x HTTP/1.1\r\nHost: node\r\n";
    private static final String REST = "\r\n";
    private static final int PATIENCE_MILLIS = 10_000;

    private final Tomcat server = new Tomcat();
    private final List<Socket> lines = new ArrayList<>();
    private Connector connector = new Connector();

    @BeforeEach
    void start() throws LifecycleException {
        var endpoint = new LinesOfNodes();
        var protocol = new Http11NioProtocol(endpoint);
        protocol.setMaxConnections(LinesOfNodes.MOST);
        connector = new Connector(protocol);
        connector.setPort(0);
        server.setBaseDir(System.getProperty("java.io.tmpdir"));
        server.setConnector(connector);
        Context context = server.addContext("", null);
        context.getPipeline().addValve(endpoint.noting());
        Tomcat.addServlet(context, "here", new Here()).addMapping("/*");
        server.start();
    }

    private static final class Here extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.getWriter().write("here");
        }
    }

    @AfterEach
    void stop() throws LifecycleException, IOException {
        for (Socket line : lines) {
            line.close();
        }
        server.stop();
        server.destroy();
    }

    private Socket line(String from) throws IOException {
        var line = new Socket();
        line.bind(new InetSocketAddress(from, 0));
        line.setSoTimeout(PATIENCE_MILLIS);
        line.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()),
                PATIENCE_MILLIS);
        lines.add(line);
        return line;
    }

    private static void say(Socket line, String text) throws IOException {
        line.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static boolean isAnswered(Socket line) throws IOException {
        InputStream in = line.getInputStream();
        var heard = new StringBuilder();
        for (int next = in.read(); next >= 0 && !heard.toString().endsWith("here"); ) {
            heard.append((char) next);
            if (!heard.toString().endsWith("here")) {
                next = in.read();
            }
        }
        return heard.toString().startsWith("HTTP/1.1 200");
    }

    private void manyBeginAndDoNotGoOn(String from) throws IOException {
        for (int i = 0; i < MORE_THAN_ALL; i++) {
            say(line(from), BEGUN);
        }
    }

    @Test
    void answersANewLineWhileAStrangerHoldsAllThatItCan() throws IOException {
        manyBeginAndDoNotGoOn("127.0.0.1");
        Socket honest = line("127.0.0.1");
        say(honest, BEGUN + REST);
        assertThat(isAnswered(honest)).isTrue();
    }

    @Test
    void keepsALineOnWhichItHasAnsweredWhateverOthersOfItsAddressDo() throws IOException {
        Socket honest = line("127.0.0.1");
        say(honest, BEGUN + REST);
        assertThat(isAnswered(honest)).isTrue();
        manyBeginAndDoNotGoOn("127.0.0.1");
        say(honest, BEGUN + REST);
        assertThat(isAnswered(honest)).isTrue();
    }

    @Test
    void keepsASlowLineOfAnotherAddress() throws IOException {
        Socket slow = line("127.0.0.2");
        say(slow, BEGUN);
        manyBeginAndDoNotGoOn("127.0.0.1");
        say(slow, REST);
        assertThat(isAnswered(slow)).isTrue();
    }
}
