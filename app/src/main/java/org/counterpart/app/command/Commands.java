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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        line.registerConverter(LocalDate.class, Typed::day);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setUnmatchedOptionsArePositionalParams(false)
                // An officer's words may begin with @; they are words and no file to read.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((problem, _) -> misused(problem))
                .setExecutionExceptionHandler((problem, verb, _) -> failed(problem, verb));
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
        return shown(Mistyped.of(problem).withHelp(help(problem.getCommandLine())));
    }

    private int failed(Exception problem, CommandLine verb) {
        return switch (problem) {
            case Misused misused when misused.next().isEmpty() ->
                    shown(misused.withHelp(help(verb)));
            case CommandFailure failure -> shown(failure);
            case NodeFailure failure when failure.exitCode() == ExitCode.USAGE ->
                    shown(new Misused(failure.sentence()).withHelp(help(verb)));
            case NodeFailure failure -> shown(new NodeTrouble(root, failure));
            case Exception other ->
                    shown(
                            new Failed(
                                    "This should not have happened ("
                                            + other.getClass().getSimpleName()
                                            + ").",
                                    "Please report it, with the command as it was typed"));
        };
    }

    private int shown(CommandFailure failure) {
        screen.showFailure(failure);
        return failure.exitCode().number();
    }

    private static String help(CommandLine verb) {
        List<String> words =
                new ArrayList<>(List.of(verb.getCommandSpec().qualifiedName(" ").split(" ")));
        words.removeFirst();
        words.add("--help");
        return Copyable.of(words);
    }
}
