package org.counterpart.app.federation;

import java.time.Duration;

/// What came of a request to another node.
sealed interface Reply {
    /// It answered.
    record Answered(Body body) implements Reply {}

    /// It said no.
    ///
    /// @param code from the table of refusals in the protocol
    record Refused(String code, boolean mayBeTriedAgain) implements Reply {}

    /// It was not reached.
    ///
    /// @param ground what went wrong, for the operator
    record Unreached(UnreachedGround ground) implements Reply {}

    /// The bytes of an answer and what its clock said, against ours.
    final class Body {
        private final byte[] bytes;
        private final Duration ahead;

        Body(byte[] bytes, Duration ahead) {
            this.bytes = bytes;
            this.ahead = ahead;
        }

        byte[] bytes() {
            return bytes;
        }

        /// How far the other clock is ahead of ours, by its `Date` header; a second is its precision.
        Duration ahead() {
            return ahead;
        }
    }
}
