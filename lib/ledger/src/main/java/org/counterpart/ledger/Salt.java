package org.counterpart.ledger;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// 32 random bytes that keep a hash from being guessed, and whose destruction is an erasure.
///
/// A secret as long as what it salts is one: it prints nothing and is compared in constant time.
public final class Salt {
    /// Length of every salt.
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of exactly 32 bytes; anything else is a [LedgerMisuse.WrongLength].
    public static Salt of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new LedgerMisuse.WrongLength("a salt", bytes.length, BYTES);
        }
        return new Salt(bytes.clone());
    }

    /// A new salt; outside of tests the source must be a [java.security.SecureRandom].
    public static Salt drawnFrom(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// SHA-256 over salt and content: how an act is bound to content kept elsewhere.
    public Hash hash(byte[] content) {
        return Hash.over(bytes, content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Salt";
    }
}
