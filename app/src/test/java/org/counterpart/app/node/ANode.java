package org.counterpart.app.node;

import org.counterpart.app.NodeApplication;

import java.net.URI;
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
}
