package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Plays steps, one after the other, and tells of each in a line: its number, the time since the start, what held.
final class DemoSteps {
    /// Nothing takes so long, not even where other programs keep the machine busy. What cannot come any more is noticed
    /// sooner: a look at a node that has ended fails by itself.
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /// After this long somebody at the screen wonders what is waited for, and then again.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final PrintStream out;
    private final LongSupplier nanos;
    private final Runnable pause;
    private final long started;
    private int held;

    DemoSteps(PrintStream out) {
        this(out, System::nanoTime, DemoSteps::pause);
    }

    /// @param nanos how the time is told that has passed, as by [System#nanoTime()]
    DemoSteps(PrintStream out, LongSupplier nanos, Runnable pause) {
        this.out = out;
        this.nanos = nanos;
        this.pause = pause;
        this.started = nanos.getAsLong();
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

    /// Runs what a person would type for it, and shows that first: it can be copied as it stands.
    JsonNode types(DemoNode node, String officer, String... words) {
        say("               $ " + node.command(officer, words));
        return node.does(officer, words);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    int held() {
        return held;
    }

    double seconds() {
        return since(started).toMillis() / 1e3;
    }

    /// Waits until something holds, and says so when it takes long.
    ///
    /// @param what in words, for who waits and for the failure
    void await(String what, BooleanSupplier holds) {
        long from = nanos.getAsLong();
        Duration spoken = Duration.ZERO;
        while (!holds.getAsBoolean()) {
            Duration waited = since(from);
            if (waited.compareTo(PATIENCE) >= 0) {
                throw new DemoFailed(
                        "Not within " + PATIENCE.toMinutes() + " minutes: " + what + ".",
                        "The logs of the nodes say more: log/node.log in the folder of each");
            }
            if (waited.minus(spoken).compareTo(SILENCE) >= 0) {
                say("               waiting, " + waited.toSeconds() + " s so far: " + what);
                spoken = waited;
            }
            pause.run();
        }
    }

    private Duration since(long from) {
        return Duration.ofNanos(nanos.getAsLong() - from);
    }

    private static void pause() {
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
