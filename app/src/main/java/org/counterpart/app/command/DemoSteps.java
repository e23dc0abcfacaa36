package org.counterpart.app.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Plays steps, one after the other, and tells of each in a line: its number, the time since the start, what held.
final class DemoSteps {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final PrintStream out;
    private final long started = System.nanoTime();
    private int held;

    DemoSteps(PrintStream out) {
        this.out = out;
    }

    /// A step: what it does, and in words what was seen.
    interface Step {
        String play();
    }

    void step(String what, Step step) {
        String seen = step.play();
        held++;
        out.printf(
                "%3d  %6.1f s  %s%s%n", held, seconds(), what, seen.isEmpty() ? "" : ": " + seen);
        out.flush();
    }

    /// What a person would type for it.
    void command(DemoNode node, String words) {
        out.printf("               $ ./counterpart --node %s %s%n", node.name(), words);
        out.flush();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    int held() {
        return held;
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /// Waits until something holds.
    ///
    /// @param what in words, for the failure
    static void await(Duration patience, String what, BooleanSupplier holds) {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new DemoFailed(
                        "Not within " + patience.toSeconds() + " s: " + what + ".",
                        "The logs of the nodes say more: log/node.log in the folder of each");
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("The demo was interrupted.", "Start it again");
        }
    }

    /// That something is as the step says.
    static void check(boolean holds, String what) {
        if (!holds) {
            throw new DemoFailed("This did not hold: " + what + ".", "Please report it");
        }
    }
}
