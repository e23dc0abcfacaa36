package org.counterpart.app.proof;

import com.zaxxer.hikari.HikariDataSource;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeName;
import org.counterpart.app.node.NodeProcess;
import org.counterpart.app.node.NodeReady;
import org.counterpart.app.node.Settings;
import org.counterpart.app.node.StartOrder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One real node for all tests of this process: the areas `node` and `proof`, real keys, PostgreSQL and listeners.
/// Tests that need a ledger of their own get another database on its server from [#ledger()].
public final class TestNode implements AutoCloseable {
    private static final BlockingQueue<ConfigurableApplicationContext> CONTEXTS =
            new LinkedBlockingQueue<>();
    private static final int PATIENCE_SECONDS = 90;
    private static final NodeName NAME = new NodeName("sg");

    private final Path data;
    private final Thread process;
    private final ConfigurableApplicationContext context;
    private int databases;

    private TestNode(Path data, Thread process, ConfigurableApplicationContext context) {
        this.data = data;
        this.process = process;
        this.context = context;
    }

    static TestNode started() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("counterpart-proof-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        var order = new StartOrder(NAME, data, Map.of(), Map.of());
        BlockingQueue<NodeReady> ready = new LinkedBlockingQueue<>();
        Thread process =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    ExitCode _ =
                                            NodeProcess.serve(Application.class, order, ready::add);
                                });
        if (ready.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new AssertionError("the node did not start");
        }
        return new TestNode(data, process, CONTEXTS.take());
    }

    /// The folder that keeps the node.
    public Path data() {
        return data;
    }

    /// A bean of the node.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Settings settings() {
        return bean(Settings.class);
    }

    /// A new and empty ledger.
    synchronized TestLedger ledger() {
        databases++;
        return TestLedger.in(bean(HikariDataSource.class), "ledger" + databases);
    }

    @Override
    public void close() {
        context.close();
        try {
            process.join();
        } catch (InterruptedException e) {
            throw new AssertionError("the node did not end", e);
        }
        try (Stream<Path> found = Files.walk(data)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Found by nobody but the test node: it has no stereotype.
    @ComponentScan({"org.counterpart.app.node", "org.counterpart.app.proof"})
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Application {
        Application(ConfigurableApplicationContext context) {
            CONTEXTS.add(context);
        }
    }

    /// Hands tests the node, or a ledger of their own; the node ends after the last test.
    public static final class Given implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            Class<?> type = parameter.getParameter().getType();
            return type == TestNode.class || type == TestLedger.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            TestNode node =
                    test.getRoot()
                            .getStore(ExtensionContext.Namespace.GLOBAL)
                            .computeIfAbsent(TestNode.class, _ -> start(), TestNode.class);
            return parameter.getParameter().getType() == TestNode.class ? node : node.ledger();
        }

        private static TestNode start() {
            try {
                return started();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError("the node did not start", e);
            }
        }
    }
}
