package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeFailure;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

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
        return line.execute(words);
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
            case NodeFailure failure -> {
                screen.showProblem(failure.sentence());
                yield failure.exitCode().number();
            }
            case Exception other -> {
                screen.showProblem("This should not have happened: " + other);
                yield ExitCode.FAILED.number();
            }
        };
    }
}
