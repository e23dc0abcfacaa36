package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the demo says of its own weight.
class DemoFiguresTest {
    DemoFiguresTest() {}

    @Test
    void standsBesideItsLimits() {
        assertThat(DemoFigures.of(12.3, 61.5, 900L << 20).all())
                .extracting(figure -> figure.toString().replaceAll(" +", " "))
                .containsExactly(
                        "all three nodes are ready 12.3 s, limit 40 s",
                        "the story is played 61.5 s, limit 240 s",
                        "memory of the three with databases 900.0 MiB, limit 1536 MiB");
    }

    @Test
    void leavesOutWhatTheSystemDoesNotTell() {
        assertThat(DemoFigures.of(12.3, 61.5, 0).all())
                .hasSize(2)
                .noneMatch(figure -> figure.unit().equals("MiB"));
    }
}
