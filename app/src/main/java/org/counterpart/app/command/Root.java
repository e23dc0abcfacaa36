package org.counterpart.app.command;

import org.counterpart.app.node.NodeFolder;
import org.counterpart.app.node.NodeName;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What every verb shares: which node, where nodes are kept, who asks, and how the answer is shown.
@Command(
        name = "counterpart",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "VERB",
        description =
                "Lets the officers of different states ask each other, answer, and prove what was"
                        + " said.",
        footer = {
            "",
            "Without --node the only node below the data folder is meant.",
            "Ends with 0 done, 1 failed, 2 used wrongly, 3 refused, 4 node unreachable."
        })
final class Root {
    @Option(
            names = "--node",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            defaultValue = "${env:COUNTERPART_NODE}",
            description = "the node to talk to or to start, such as sg")
    private @Nullable String node;

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            defaultValue = "${env:COUNTERPART_DATA:-data}",
            description = "the folder that keeps the nodes (default: data beside this program)")
    private Path data = Path.of("data");

    @Option(
            names = "--officer",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            defaultValue = "${env:COUNTERPART_OFFICER}",
            description = "whose token file to use, when the node has more than one")
    private @Nullable String officer;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "answer in JSON, for programs")
    private boolean json;

    boolean json() {
        return json;
    }

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    Optional<String> officer() {
        return Optional.ofNullable(officer);
    }

    /// The node that was named, or the only one there is.
    NodeName node() {
        if (node != null && !node.isBlank()) {
            return new NodeName(node);
        }
        List<String> found = nodes();
        if (found.size() == 1) {
            return new NodeName(found.getFirst());
        }
        throw new Misused(
                found.isEmpty()
                        ? "No node is named, and there is none in " + data() + " yet."
                        : "No node is named, and "
                                + data()
                                + " keeps more than one: "
                                + String.join(", ", found)
                                + ".",
                "Say which: --node sg");
    }

    NodeFolder folder() {
        return NodeFolder.of(data(), node());
    }

    /// The folder of a node that is talked to; it was started once, so there is one.
    NodeFolder known() {
        NodeFolder folder = folder();
        if (!Files.isDirectory(folder.path())) {
            throw new UnknownNode(node(), data(), nodes());
        }
        return folder;
    }

    private List<String> nodes() {
        if (!Files.isDirectory(data())) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(data())) {
            return children.filter(folder -> Files.exists(new NodeFolder(folder).properties()))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException _) {
            throw new Misused(
                    "The folder " + data() + " cannot be read.", "Choose another with --data");
        }
    }
}
