package org.counterpart.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The private key of a log, held by its node; prints its public half only.
public final class LogSigner {
    private final byte[] seed;
    private final LogKey key;

    private LogSigner(byte[] seed, LogKey key) {
        this.seed = seed;
        this.key = key;
    }

    /// Takes the 32-byte seed of an Ed25519 key (RFC 8032, section 5.1.5). The name is 1 to 200
    /// letters, digits and `. _ : / -`; a bad one is a [LedgerMisuse.KeyNotAdmitted].
    public static LogSigner of(String name, byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new LedgerMisuse.WrongLength("a seed", seed.length, Ed25519.SECRET_KEY_SIZE);
        }
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        var key = LogKey.admit(name, publicKey);
        return new LogSigner(
                seed.clone(), key.orElseThrow(() -> new LedgerMisuse.KeyNotAdmitted(name)));
    }

    /// The public half, to be published on the node's card.
    public LogKey key() {
        return key;
    }

    /// Signs the log as it stands, cut to milliseconds. The caller answers for what no function can
    /// check: that within one epoch every log it signs continues the one it signed before.
    public SignedCheckpoint sign(Frontier log, long epoch, Instant at) {
        LedgerMisuse.OutOfRange.check("the epoch", epoch, 0, 9_999_999_999_999_999L);
        LedgerMisuse.OutOfRange.check("the size", log.size(), 0, 999_999_999_999_999_999L);
        LedgerMisuse.OutOfRange.check("the time", at.toEpochMilli(), 0, 9_999_999_999_999_999L);
        var time = at.truncatedTo(ChronoUnit.MILLIS);
        var checkpoint = new Checkpoint(key.name(), epoch, log.size(), log.root(), time);
        return new SignedCheckpoint(checkpoint, key, note(checkpoint.text()));
    }

    SignedNote note(String text) {
        byte[] message = text.getBytes(UTF_8);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, key.bytes(), 0, message, 0, message.length, signature, 0);
        return new SignedNote(
                text, List.of(SignedNote.Signature.of(key.name(), key.id(), signature)));
    }

    @Override
    public String toString() {
        return "LogSigner of " + key;
    }
}
