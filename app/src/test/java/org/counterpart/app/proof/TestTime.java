package org.counterpart.app.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands until the test moves it.
final class TestTime implements InstantSource {
    private volatile Instant now = TestLedger.NOON;

    void passes(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
