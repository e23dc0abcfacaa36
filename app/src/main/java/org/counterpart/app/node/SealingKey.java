package org.counterpart.app.node;

import org.bouncycastle.math.ec.rfc7748.X25519;

import java.time.Duration;
import java.time.Instant;

/// An X25519 key to which other nodes seal what they send us. Cards publish it while it is valid; the private half
/// is destroyed some time later, so that what was sealed to it long ago stays closed to who steals the node today.
public record SealingKey(int serial, Instant validFrom, Instant validUntil, Secret privateKey) {
    static final Duration VALIDITY = Duration.ofDays(30);
    static final Duration KEPT_AFTERWARDS = Duration.ofDays(30);

    /// The half that goes into the node card, 32 bytes.
    public byte[] publicKey() {
        byte[] point = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(privateKey.bytes(SecretAccess.GRANTED), 0, point, 0);
        return point;
    }

    /// When the private half is destroyed.
    public Instant destroyedAt() {
        return validUntil.plus(KEPT_AFTERWARDS);
    }
}
