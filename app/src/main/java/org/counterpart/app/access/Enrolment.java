package org.counterpart.app.access;

import java.time.Instant;

/// An officer on the node's roll, and since when; who was revoked stays on it, because the ledger names the id.
public sealed interface Enrolment {
    /// The place on the roll, which grows.
    long number();

    Officer officer();

    Instant addedAt();

    /// May come in.
    record Live(long number, Officer officer, Instant addedAt) implements Enrolment {}

    /// May not, since then.
    record Revoked(long number, Officer officer, Instant addedAt, Instant revokedAt)
            implements Enrolment {}
}
