package org.counterpart.bench;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;

/// Plays the demo of the built tree and holds what it takes of this machine against the limits that it prints.
@Command(
        name = "demo",
        description =
                "One node alone and one demo on this machine: time until the nodes are ready,"
                        + " time of the story, and memory, each against its limit.",
        exitCodeListHeading = "Ends with:%n",
        exitCodeList = {
            "0:every step held, within every limit",
            "1:a step did not hold, or a figure is at its limit or above",
            "2:the options are wrong"
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int SAID_BY_THE_DEMO = 3;

    /// Whoever starts a node sits and waits for it.
    private static final double ONE_READY_SECONDS = 10;

    /// @param most the value must stay below this
    private record Figure(String what, double value, double most, String unit) {
        static Figure read(JsonNode said) {
            return new Figure(
                    said.path("what").stringValue(""),
                    said.path("value").doubleValue(),
                    said.path("most").doubleValue(),
                    said.path("unit").stringValue(""));
        }

        boolean isWithin() {
            return value < most;
        }

        void print() {
            System.out.printf(
                    "%-36s %8.1f %s, limit %.0f %s%s%n",
                    what, value, unit, most, unit, isWithin() ? "" : ": TOO MUCH");
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("one node alone is ready", alone(), ONE_READY_SECONDS, "s"));
        played().path("figures").valueStream().map(Figure::read).forEach(figures::add);
        figures.forEach(Figure::print);
        if (figures.size() <= SAID_BY_THE_DEMO) {
            System.out.println("this system does not tell all figures");
            return FAILED;
        }
        return figures.stream().allMatch(Figure::isWithin) ? 0 : FAILED;
    }

    private static double alone() throws IOException {
        Path data = ExchangeCommand.folder();
        try (var node = BenchNode.started(data, "sg")) {
            return node.ready().toMillis() / 1e3;
        } finally {
            ExchangeCommand.delete(data);
        }
    }

    /// What the demo says of itself in the end; its steps go to the screen meanwhile.
    private static JsonNode played() throws IOException, InterruptedException {
        String root = System.getProperty("counterpart.root", ".");
        Path data = ExchangeCommand.folder();
        Process demo =
                new ProcessBuilder(
                                Path.of(root, "counterpart").toString(),
                                "--data",
                                data.toString(),
                                "--json",
                                "demo",
                                "--exit")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        JsonNode said = JsonMapper.shared().createObjectNode();
        try (BufferedReader lines = demo.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = JsonMapper.shared().readTree(line);
            }
        }
        if (demo.waitFor() != 0) {
            throw new IOException("the demo ended with " + demo.exitValue() + ": " + said);
        }
        Files.delete(data);
        return said;
    }
}
