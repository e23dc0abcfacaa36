package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// How the demo waits on a machine that is slow, and on one where something will never come.
class DemoStepsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Duration elapsed = Duration.ZERO;
    private final DemoSteps steps =
            new DemoSteps(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    () -> elapsed.toNanos(),
                    () -> elapsed = elapsed.plusSeconds(1));

    DemoStepsTest() {}

    @Test
    void waitsForMinutesAndSaysForWhat() {
        steps.await("the receipt is home", () -> elapsed.compareTo(Duration.ofMinutes(4)) > 0);

        assertThat(said()).contains("waiting, 15 s so far: the receipt is home").hasSize(16);
    }

    @Test
    void saysNothingOfAShortWait() {
        steps.await("the receipt is home", () -> elapsed.compareTo(Duration.ofSeconds(9)) > 0);

        assertThat(said()).isEmpty();
    }

    @Test
    void endsWithASentenceWhenItNeverComes() {
        assertThatThrownBy(() -> steps.await("the receipt is home", () -> false))
                .isInstanceOf(DemoFailed.class)
                .hasMessage("Not within 5 minutes: the receipt is home.");
        assertThat(elapsed).isEqualTo(DemoSteps.PATIENCE);
    }

    /// What a look meets ends the wait at once: a node that has ended is not waited for.
    @Test
    void endsAtOnceWhenALookFails() {
        assertThatThrownBy(
                        () ->
                                steps.await(
                                        "the receipt is home",
                                        () -> {
                                            throw new DemoFailed("The node is gone.", "");
                                        }))
                .hasMessage("The node is gone.");
        assertThat(elapsed).isZero();
    }

    private List<String> said() {
        return out.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
    }
}
