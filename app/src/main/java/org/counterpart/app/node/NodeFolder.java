package org.counterpart.app.node;

import java.nio.file.Path;

/// The folder of one node, `data/<node>`, and what lies in it.
public record NodeFolder(Path path) {

    /// The folder of this node below the folder of all.
    public static NodeFolder of(Path data, NodeName node) {
        return new NodeFolder(data.toAbsolutePath().normalize().resolve(node.text()));
    }

    /// Ports and other decisions that must stay the same at the next start.
    public Path properties() {
        return path.resolve("node.properties");
    }

    /// One token file for each officer who uses the command line here.
    public Path officers() {
        return path.resolve("officers");
    }

    /// The structured log of the node.
    public Path log() {
        return path.resolve("log").resolve("node.log");
    }

    Path databaseLog() {
        return path.resolve("log").resolve("database.log");
    }

    Path keys() {
        return path.resolve("keys.p12");
    }

    Path keyPassword() {
        return path.resolve("key.password");
    }

    Path databasePassword() {
        return path.resolve("database.password");
    }

    Path database() {
        return path.resolve("db");
    }

    Path lock() {
        return path.resolve("node.lock");
    }
}
