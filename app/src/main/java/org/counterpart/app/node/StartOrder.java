package org.counterpart.app.node;

import java.nio.file.Path;
import java.util.Map;

/// Which node to start, where all nodes are kept, and the settings given on the command line and in the environment.
public record StartOrder(
        NodeName node, Path data, Map<Setting, String> given, Map<String, String> environment) {

    public StartOrder {
        given = Map.copyOf(given);
        environment = Map.copyOf(environment);
    }

    /// The environment may hold passwords.
    @Override
    public String toString() {
        return "start " + node;
    }
}
