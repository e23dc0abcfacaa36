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
import java.util.ArrayList;
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
        return Optional.ofNullable(officer).filter(name -> !name.isBlank());
    }

    /// A command to the same node by the same officer, to be copied. What the environment says need not be repeated:
    /// it says it to the copy too.
    String command(String... words) {
        return command(officer().filter(name -> !says("COUNTERPART_OFFICER", name)), words);
    }

    /// The same by another officer.
    String commandOf(String other, String... words) {
        return command(Optional.of(other), words);
    }

    private String command(Optional<String> by, String... words) {
        List<String> all = dataOption();
        if (node != null && !node.isBlank() && !says("COUNTERPART_NODE", node)) {
            all.addAll(List.of("--node", node));
        }
        by.ifPresent(name -> all.addAll(List.of("--officer", name)));
        return Copyable.of(with(all, words));
    }

    /// The command that starts the node.
    String startCommand() {
        return Copyable.of(with(dataOption(), "start", "--node", node().text()));
    }

    private static List<String> with(List<String> first, String... more) {
        first.addAll(List.of(more));
        return first;
    }

    private List<String> dataOption() {
        List<String> words = new ArrayList<>();
        if (!says("COUNTERPART_DATA", data.toString()) && !data.equals(Path.of("data"))) {
            words.addAll(List.of("--data", data().toString()));
        }
        return words;
    }

    private static boolean says(String variable, String value) {
        return value.equals(System.getenv(variable));
    }

    /// The node that was named, or the only one there is.
    NodeName node() {
        if (node != null && !node.isBlank()) {
            return named(node);
        }
        List<String> found = nodes();
        if (found.size() == 1) {
            return new NodeName(found.getFirst());
        }
        throw found.isEmpty()
                ? new Misused(
                        "--node NAME is missing, and there is no node in " + data() + " yet.",
                        "Make the first: "
                                + Copyable.of(with(dataOption(), "start", "--node", "sg")))
                : new Misused(
                        "--node NAME is missing; allowed is " + Typed.oneOf(found) + ".",
                        "Say which: --node " + found.getFirst());
    }

    private static NodeName named(String text) {
        if (!NodeName.isOne(text)) {
            throw Misused.value("--node", text, NodeName.FORM_IN_WORDS);
        }
        return new NodeName(text);
    }

    NodeFolder folder() {
        return NodeFolder.of(data(), node());
    }

    /// The folder of a node that is talked to; it was started once, so there is one.
    NodeFolder known() {
        NodeFolder folder = folder();
        if (!Files.isDirectory(folder.path())) {
            throw new UnknownNode(this, nodes());
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
            throw Misused.value("--data", data().toString(), "a folder that this account can read");
        }
    }
}
