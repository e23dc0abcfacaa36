package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeFailure;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/// The command line as a whole: which verbs there are, and what a person reads when one of them cannot be done.
public final class Commands {
    private final Root root = new Root();
    private final Screen screen;
    private final CommandLine line;

    /// The real terminal.
    public Commands(Serving serving) {
        this(serving, System.out, System.err);
    }

    Commands(Serving serving, PrintStream out, PrintStream err) {
        screen = new Screen(root, out, err);
        line = new CommandLine(root);
        line.addSubcommand(new Start(root, screen, serving)).addSubcommand(new Version(screen));
        new Verbs(root, screen, out).addTo(line);
        line.registerConverter(LocalDate.class, Typed::day)
                .registerConverter(Integer.class, Typed::number);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setUnmatchedOptionsArePositionalParams(false)
                // An officer's words may begin with @; they are words and no file to read.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((problem, _) -> misused(problem))
                .setExecutionExceptionHandler((problem, _, _) -> failed(problem));
    }

    /// Runs one command; the number is the exit code.
    public int run(String... words) {
        if (words.length == 0) {
            line.usage(line.getOut());
            return ExitCode.USAGE.number();
        }
        return isForAProgram(words) ? runForAProgram(words) : line.execute(words);
    }

    /// All verbs, for a look at their help.
    CommandLine line() {
        return line;
    }

    /// Looked for before anything is understood: a program reads JSON also where the rest cannot be.
    private static boolean isForAProgram(String... words) {
        return Arrays.stream(words)
                .takeWhile(word -> !word.equals("--"))
                .anyMatch("--json"::equals);
    }

    /// Help and version are text; a program gets them as one value.
    private int runForAProgram(String... words) {
        screen.answerInJson();
        var text = new StringWriter();
        line.setOut(new PrintWriter(text, true));
        int exit = line.execute(words);
        if (!text.toString().isEmpty()) {
            screen.show("", () -> Map.of("text", text.toString()));
        }
        return exit;
    }

    private int misused(ParameterException problem) {
        String verb = problem.getCommandLine().getCommandSpec().qualifiedName(" ");
        screen.showFailure(
                new Misused(
                        String.valueOf(problem.getMessage()).replaceFirst("\\.?$", "."),
                        "Help: ./" + verb + " --help"));
        return ExitCode.USAGE.number();
    }

    private int failed(Exception problem) {
        return switch (problem) {
            case CommandFailure failure -> {
                screen.showFailure(failure);
                yield failure.exitCode().number();
            }
            case NodeFailure failure -> failed(new NodeTrouble(failure));
            case Exception other ->
                    failed(
                            new Failed(
                                    "This should not have happened ("
                                            + other.getClass().getSimpleName()
                                            + ").",
                                    "Please report it, with the command as it was typed"));
        };
    }
}
