package org.counterpart.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Runs one measurement: `bin/bench NAME [options]`.
@Command(
        name = "bench",
        description = "Measurements of Counterpart.",
        mixinStandardHelpOptions = true,
        subcommands = {Simulate.class, ExchangeCommand.class, DemoCommand.class})
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
