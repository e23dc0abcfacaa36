package org.counterpart.bench;

import org.counterpart.simulation.Happening;
import org.counterpart.simulation.Outcome;
import org.counterpart.simulation.Runs;
import org.counterpart.simulation.Settings;
import org.counterpart.simulation.Simulation;
import org.counterpart.simulation.Tally;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;

/// Runs seeds of the simulation; of the first that fails it prints the schedule, which the same seed gives again.
@Command(
        name = "simulate",
        description = "Runs the replication of many nodes from seeds and reports broken promises.",
        exitCodeListHeading = "Ends with:%n",
        exitCodeList = {
            "0:every promise held",
            "1:a promise broke",
            "2:the options are wrong",
            "3:every promise held, but in 10,000 seeds or more a branch or fault was never reached"
        },
        mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int UNREACHED = 3;

    /// Fewer seeds do not have to reach all.
    private static final long REACH_ALL = 10_000;

    @Option(names = "--seeds", defaultValue = "1000", description = "How many seeds.")
    private long seeds;

    @Option(names = "--first-seed", defaultValue = "1", description = "The first of them.")
    private long first;

    @Option(names = "--real-crypto", description = "The published algorithms on every seed.")
    private boolean real;

    @Override
    public Integer call() {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        Settings settings = Settings.STANDARD.withRealCryptography(real);
        Tally tally = Runs.of(first, seeds, settings);
        out.printf(
                "%d seeds from %d in %.1f s: %.1f seeds a second, %d with a broken promise%n",
                tally.seeds(),
                first,
                tally.nanoseconds() / 1e9,
                tally.perSecond(),
                tally.broken().size());
        for (Happening happening : Happening.values()) {
            out.printf("%10d  %s%n", tally.coverage().of(happening), happening);
        }
        tally.broken().forEach(outcome -> out.println(line(outcome)));
        tally.broken().stream().limit(1).forEach(outcome -> replay(out, outcome, settings));
        Set<Happening> missing = tally.coverage().missing();
        if (!missing.isEmpty()) {
            out.println("never reached: " + missing);
        }
        out.flush();
        return status(tally.broken().isEmpty(), missing.isEmpty());
    }

    private int status(boolean held, boolean reachedAll) {
        if (!held) {
            return FAILED;
        }
        return reachedAll || seeds < REACH_ALL ? 0 : UNREACHED;
    }

    private static String line(Outcome outcome) {
        return "seed %d: %s"
                .formatted(
                        outcome.seed(), outcome.violation().map(Throwable::getMessage).orElse(""));
    }

    private static void replay(PrintWriter out, Outcome outcome, Settings settings) {
        Outcome again = Simulation.run(outcome.seed(), settings.withRecording());
        out.printf("schedule of seed %d, trace %016x:%n", again.seed(), again.trace());
        again.schedule().forEach(out::println);
    }
}
