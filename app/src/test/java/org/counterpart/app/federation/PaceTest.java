package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.NodeId;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

class PaceTest {
    private static final NodeId VN = new NodeId("1".repeat(32));
    private static final NodeId NG = new NodeId("2".repeat(32));
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Pace pace = new Pace(now::get);

    private static void allowedSoOften(int times, BooleanSupplier step) {
        for (int i = 0; i < times; i++) {
            assertThat(step.getAsBoolean()).as("number " + (i + 1)).isTrue();
        }
        assertThat(step.getAsBoolean()).isFalse();
        assertThat(step.getAsBoolean()).isFalse();
    }

    private void passes(Duration time) {
        now.set(now.get().plus(time));
    }

    @Test
    void aPeerHasSoManyRequestsInAMinute() {
        allowedSoOften(FederationLimits.REQUESTS_A_MINUTE, () -> pace.allows(VN));

        passes(Duration.ofSeconds(59));
        assertThat(pace.allows(VN)).isFalse();
        passes(Duration.ofSeconds(1));
        allowedSoOften(FederationLimits.REQUESTS_A_MINUTE, () -> pace.allows(VN));
    }

    @Test
    void ofAPeerSoManyBodiesAreReadAtATime() {
        allowedSoOften(FederationLimits.BODIES_AT_ONCE, () -> pace.beginsToRead(VN));
        assertThat(pace.beginsToRead(NG)).isTrue();

        pace.hasRead(VN);

        assertThat(pace.beginsToRead(VN)).isTrue();
        assertThat(pace.beginsToRead(VN)).isFalse();
    }

    @Test
    void onePeerThatIsTooFastSlowsNoOther() {
        allowedSoOften(FederationLimits.REQUESTS_A_MINUTE, () -> pace.allows(VN));
        allowedSoOften(FederationLimits.STRANGERS_A_MINUTE, pace::allowsStranger);

        assertThat(pace.allows(NG)).isTrue();
        assertThat(pace.allowsChange(VN)).isTrue();
    }

    @Test
    void allStrangersShareOnePot() {
        allowedSoOften(FederationLimits.STRANGERS_A_MINUTE, pace::allowsStranger);

        passes(Duration.ofMinutes(1));
        allowedSoOften(FederationLimits.STRANGERS_A_MINUTE, pace::allowsStranger);
    }

    @Test
    void aPeerHasSoManyChangesInAnHour() {
        allowedSoOften(FederationLimits.CHANGES_AN_HOUR, () -> pace.allowsChange(VN));
        assertThat(pace.allowsChange(NG)).isTrue();

        passes(Duration.ofMinutes(59));
        assertThat(pace.allowsChange(VN)).isFalse();
        passes(Duration.ofMinutes(1));
        allowedSoOften(FederationLimits.CHANGES_AN_HOUR, () -> pace.allowsChange(VN));
    }

    /// An operator may set it back, and nobody must be shut out until it catches up.
    @Test
    void aClockThatGoesBackBeginsAnotherMinute() {
        allowedSoOften(FederationLimits.REQUESTS_A_MINUTE, () -> pace.allows(VN));

        passes(Duration.ofMinutes(-10));

        assertThat(pace.allows(VN)).isTrue();
    }
}
