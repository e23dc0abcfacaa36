package org.counterpart.dossier;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The primitives of suite `cp1`, as a port: the published algorithms, or the stand-in of the simulation.
///
/// Hashes are not behind the port: identities are SHA-256 everywhere, in the simulation too.
public interface Cryptography {
    /// Signs (Ed25519, RFC 8032 5.1).
    ///
    /// @param signing a raw private key of 32 bytes
    /// @return 64 bytes
    byte[] sign(Secret signing, byte[] message);

    /// Whether the signature is that key's over that message; false for a key or signature of another form.
    boolean verify(byte[] signingKey, byte[] message, byte[] signature);

    /// Whether these 32 bytes may be admitted as somebody's signing key (on the curve, of full order).
    boolean admits(byte[] signingKey);

    /// Whether these 32 bytes may be admitted as somebody's sealing key: a secret shared with a point of small order is
    /// zero for everybody (RFC 7748, 6.1), so nothing could be sealed to it.
    boolean admitsSealing(byte[] sealingKey);

    /// Wraps a payload key for one sealing key (HPKE Base, RFC 9180: X25519, HKDF-SHA256, AES-256-GCM).
    ///
    /// @return the encapsulated key of 32 bytes, then the ciphertext of 48 bytes
    /// @throws Malformed when the sealing key is not usable
    byte[] wrap(Secret payloadKey, byte[] sealingKey, byte[] info, RandomGenerator random);

    /// Opens what [#wrap] made; empty when it was made for another key or other circumstances.
    Optional<Secret> unwrap(byte[] wrapped, Secret sealing, byte[] info);

    /// Encrypts (AES-256-GCM, zero nonce: the key serves one plaintext only).
    byte[] encrypt(Secret payloadKey, byte[] plaintext, byte[] associated);

    /// Decrypts; empty when key, text or associated data are not those of the encryption.
    Optional<byte[]> decrypt(Secret payloadKey, byte[] ciphertext, byte[] associated);

    /// The public half of a raw Ed25519 private key.
    byte[] signingKey(Secret signing);

    /// The public half of a raw X25519 private key.
    byte[] sealingKey(Secret sealing);

    /// 32 fresh bytes.
    static Secret draw(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Secret.of(bytes);
    }
}
