package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.dossier.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// The three clocks of Directive (EU) 2023/977 art. 5.
class UrgencyTest {
    UrgencyTest() {}

    @ParameterizedTest
    @CsvSource({"7d, PT168H", "3d, PT72H", "8h, PT8H"})
    void eachCodeIsAClock(String code, Duration time) {
        assertThat(Urgency.of(code).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @EnumSource(Urgency.class)
    void isReadAsItIsWritten(Urgency urgency) {
        assertThat(Urgency.of(urgency.code())).isEqualTo(urgency);
    }

    @Test
    void onlyTheOrdinaryClockNeedsNoReason() {
        assertThat(Urgency.values())
                .filteredOn(urgency -> !urgency.needsAReason())
                .containsExactly(Urgency.WEEK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2h", "7D", "7 d", "WEEK", "-8h"})
    void thereIsNoOtherClock(String code) {
        assertThatThrownBy(() -> Urgency.of(code))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("7d, 3d or 8h");
    }
}
