package org.counterpart.app.node;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/// Where the world's time and randomness come in. Everything else is handed them, so that tests can pin both.
final class Wiring {
    private Wiring() {}

    static InstantSource time(Duration offset) {
        InstantSource system = InstantSource.system();
        return offset.isZero() ? system : InstantSource.offset(system, offset);
    }

    static SecureRandom random() {
        return new SecureRandom();
    }
}
