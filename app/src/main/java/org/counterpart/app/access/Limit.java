package org.counterpart.app.access;

import java.time.Duration;

/// The limits of this area, each with its reason. They are not settings: no operator has yet needed another value.
enum Limit {
    /// Tokens have 256 bits, so nobody guesses one; this keeps a broken script or a flood away from the database.
    /// A desk with thirty mistyped tokens in a minute has another problem than being told to wait.
    UNKNOWN_TOKENS_A_MINUTE(30),
    /// One leaf for each hour of work shows when an officer was there, without a leaf for each click.
    MINUTES_BETWEEN_SIGN_INS(60),
    /// Fits a screen of a help desk and one answer on a bad line.
    OFFICERS_A_PAGE(200);

    private final int value;

    Limit(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }

    Duration minutes() {
        return Duration.ofMinutes(value);
    }
}
