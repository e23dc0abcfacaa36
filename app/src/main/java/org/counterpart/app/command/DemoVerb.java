package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// Plays the main job between three nodes on this machine.
@Command(
        name = "demo",
        description =
                "Starts nodes of Nigeria, Singapore and Viet Nam here and plays the main job"
                        + " between them.",
        footer = {
            "",
            "Each node is a process with a database of its own, in a new folder below the data"
                    + " folder. Without --exit, and at a terminal, the nodes stay up until Ctrl-C"
                    + " and what to try next is printed."
        })
final class DemoVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Option(
            names = "--exit",
            description = "ends after the story and removes the folder; without a terminal always")
    private boolean exit;

    DemoVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Path folder = folder();
        var steps = new DemoSteps(screen.progress());
        steps.say("Three nodes of this program on this machine, in " + folder);
        boolean stays = !exit && !screen.json() && isAtATerminal();
        DemoFigures figures;
        try (DemoStage stage = DemoStage.in(folder, stays)) {
            DemoNode ng = stage.start("ng");
            DemoNode sg = stage.start("sg");
            DemoNode vn = stage.start("vn");
            List<DemoNode> nodes = List.of(ng, sg, vn);
            steps.step(
                    "the nodes of Nigeria, Singapore and Viet Nam are ready",
                    () -> ready(steps, nodes));
            double allReady = steps.seconds();
            try (DemoStory story = DemoStory.of(ng, sg, vn, folder, steps)) {
                story.play();
                figures = DemoFigures.of(allReady, steps.seconds(), memory(nodes));
                figures.all().forEach(figure -> steps.say("               " + figure));
                steps.say("demo: " + steps.held() + " steps, all held");
                if (stays) {
                    steps.say(next(folder));
                    stay();
                }
            }
            stage.played();
        }
        if (screen.json()) {
            screen.show("", () -> Map.of("steps", steps.held(), "figures", figures.all()));
        }
        return 0;
    }

    /// The checker knows the JDK in which it is never null; in ours it is, without a terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isAtATerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// The first number that no demo has taken.
    private Path folder() {
        Path data = root.data();
        try {
            Files.createDirectories(data);
            for (int number = 1; ; number++) {
                Path folder = data.resolve("demo-" + number);
                if (Files.notExists(folder)) {
                    return Files.createDirectory(folder);
                }
            }
        } catch (IOException e) {
            throw new Failed(
                    "No folder can be made in " + data + ".", "Choose another with --data");
        }
    }

    private static String ready(DemoSteps steps, List<DemoNode> nodes) {
        return nodes.stream()
                .map(node -> node.name() + " " + seconds(node.awaitReady(steps)))
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Duration took) {
        return "%.1f s".formatted(took.toMillis() / 1000.0);
    }

    private static long memory(List<DemoNode> nodes) {
        return nodes.stream().mapToLong(DemoNode::memory).sum();
    }

    private static String next(Path folder) {
        return """
        The nodes stay up until Ctrl-C. In another terminal:
          export COUNTERPART_DATA=%1$s
          %2$s --node sg --officer duty-officer inbox
          %2$s --node vn --officer duty-officer inbox
          %2$s --node sg --officer operator peer list
          %2$s --node sg --officer operator ledger export --out sg.txt
          %2$s ask --help\
        """
                .formatted(Copyable.quoted(folder.toString()), Copyable.of());
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
