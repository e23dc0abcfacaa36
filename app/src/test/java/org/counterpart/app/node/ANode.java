package org.counterpart.app.node;

import org.counterpart.app.NodeApplication;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A whole node in this process, with its own folder, keys, database and ports, for the tests of any area.
public final class ANode implements AutoCloseable {
    private final RunningNode running;

    private ANode(RunningNode running) {
        this.running = running;
    }

    /// Starts the node `sg` or another two-letter state below a temporary folder.
    public static ANode started(Path data, String name) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        return new ANode(
                RunningNode.start(NodeApplication.class, order(data, name, Map.of()), _ -> {}));
    }

    static StartOrder order(Path data, String name, Map<String, String> environment) {
        return new StartOrder(new NodeName(name), data, Map.of(), environment);
    }

    /// A bean of the node, such as a use case of the area under test.
    public <T> T bean(Class<T> type) {
        return running.bean(type);
    }

    public Settings settings() {
        return running.settings();
    }

    public URI officers(String path) {
        return settings().listeners().officersUrl().resolve(path);
    }

    public URI federation(String path) {
        return settings().listeners().federationUrl().resolve(path);
    }

    @Override
    public void close() {
        running.close();
    }

    /// One node that many tests share, and its folder.
    private record Shared(ANode node, Path data) implements AutoCloseable {
        static Shared started() {
            try {
                Path data = Files.createTempDirectory("counterpart-shared-");
                TestFolders.letOthersThrough(data);
                return new Shared(ANode.started(data, "sg"), data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            node.close();
            TestFolders.delete(data);
        }
    }

    /// Hands tests one whole node that has no peers; it ends after the last of them.
    public static final class Given implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == ANode.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(ANode.class, _ -> Shared.started(), Shared.class)
                    .node();
        }
    }
}
