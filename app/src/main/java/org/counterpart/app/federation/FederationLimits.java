package org.counterpart.app.federation;

import java.time.Duration;
import java.util.List;

/// The limits of this area, each with its reason.
final class FederationLimits {
    /// A batch of 1 MiB and what JSON adds around it.
    static final int MOST_BYTES = (1 << 20) + (1 << 16);

    /// A card is under 2 KiB; room for growth.
    static final int MOST_CARD_BYTES = 1 << 14;

    static final Duration CONNECT = Duration.ofSeconds(10);

    /// A batch over an old line of 64 kbit/s takes two minutes.
    static final Duration ANSWER = Duration.ofMinutes(3);

    /// A replayed request is useless after that: batches change nothing when said twice.
    static final Duration NONCES_KEPT = Duration.ofHours(24);

    /// Waits after failures, one after the other; the last one repeats.
    static final List<Duration> BACK_OFF =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));

    /// Even without news a peer is asked so often whether all is said.
    static final Duration QUIET = Duration.ofSeconds(30);

    /// Requests that follow each other without a pause, whatever the other answers; then others get their turn.
    static final int ROUNDS = 200;

    /// After that many the conversation goes on only so much later; after a failure it waits as long, whatever it hears.
    static final Duration BREATH = Duration.ofSeconds(1);

    /// Requests of one peer in a minute: ten a second is far more than conversation needs.
    static final int REQUESTS_A_MINUTE = 600;

    /// Bodies of one peer that are read at a time: a node speaks on one line and answers on another.
    static final int BODIES_AT_ONCE = 4;

    /// How often one peer may change its card or its mind in an hour; an operator who mends something needs a few.
    static final int CHANGES_AN_HOUR = 20;

    /// How far the number of a hello, which follows the other's clock, may be ahead of ours.
    static final Duration NUMBER_AHEAD = Duration.ofDays(400);

    /// Requests of all strangers together in a minute.
    static final int STRANGERS_A_MINUTE = 60;

    private FederationLimits() {}
}
