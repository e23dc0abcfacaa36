package org.counterpart.app.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a demo took of this machine, each figure beside what it may take on two cores.
///
/// It says them and fails by none: other programs may keep the machine busy. `bin/bench demo` fails, and starts one node
/// alone as well, for here three share the machine.
record DemoFigures(List<Figure> all) {
    /// Whoever starts the demo sits and waits.
    private static final double ALL_READY_SECONDS = 40;

    /// What somebody who looks at the project for the first time has patience for.
    private static final double STORY_SECONDS = 4 * 60;

    /// Three nodes with their databases beside a browser and an editor, on a laptop with 4 GiB.
    private static final double MEBIBYTES = 1536;

    private static final double MEBIBYTE = 1 << 20;

    DemoFigures {
        all = List.copyOf(all);
    }

    /// @param what in words
    /// @param most it must stay below this
    record Figure(String what, double value, double most, String unit) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-36s %8.1f %s, limit %.0f %s", what, value, unit, most, unit);
        }
    }

    /// @param allReady seconds until all nodes served
    /// @param story seconds until the last step had held
    /// @param bytes of all nodes with their databases; 0 where the system does not tell
    static DemoFigures of(double allReady, double story, long bytes) {
        return new DemoFigures(
                Stream.of(
                                new Figure(
                                        "all three nodes are ready",
                                        allReady,
                                        ALL_READY_SECONDS,
                                        "s"),
                                new Figure("the story is played", story, STORY_SECONDS, "s"),
                                new Figure(
                                        "memory of the three with databases",
                                        bytes / MEBIBYTE,
                                        MEBIBYTES,
                                        "MiB"))
                        .filter(figure -> figure.value() > 0)
                        .toList());
    }
}
