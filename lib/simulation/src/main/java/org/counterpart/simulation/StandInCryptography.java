package org.counterpart.simulation;

import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Secret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Stands in for the published algorithms where only their promises matter: fast, deterministic, and refusing what
/// they would refuse. It keeps no secret from who wants to break it; the simulated adversary does not try.
final class StandInCryptography implements Cryptography {
    private static final int KEY = 32;
    private static final int SIGNATURE = 64;
    private static final int TAG = 16;

    @Override
    public byte[] sign(Secret signing, byte[] message) {
        return keyed(signingKey(signing), message, SIGNATURE);
    }

    @Override
    public boolean verify(byte[] signingKey, byte[] message, byte[] signature) {
        return Arrays.equals(keyed(signingKey, message, SIGNATURE), signature);
    }

    @Override
    public boolean admits(byte[] signingKey) {
        return signingKey.length == KEY;
    }

    @Override
    public boolean admitsSealing(byte[] sealingKey) {
        return true;
    }

    @Override
    public byte[] wrap(Secret payloadKey, byte[] sealingKey, byte[] info, RandomGenerator random) {
        byte[] encapsulated = Cryptography.draw(random).reveal();
        byte[] sealed = seal(payloadKey.reveal(), keyed(sealingKey, encapsulated, KEY), info);
        return joined(encapsulated, sealed);
    }

    @Override
    public Optional<Secret> unwrap(byte[] wrapped, Secret sealing, byte[] info) {
        if (wrapped.length != KEY + KEY + TAG) {
            return Optional.empty();
        }
        byte[] encapsulated = Arrays.copyOf(wrapped, KEY);
        byte[] shared = keyed(sealingKey(sealing), encapsulated, KEY);
        return unseal(Arrays.copyOfRange(wrapped, KEY, wrapped.length), shared, info)
                .map(Secret::of);
    }

    @Override
    public byte[] encrypt(Secret payloadKey, byte[] plaintext, byte[] associated) {
        return seal(plaintext, payloadKey.reveal(), associated);
    }

    @Override
    public Optional<byte[]> decrypt(Secret payloadKey, byte[] ciphertext, byte[] associated) {
        return ciphertext.length < TAG
                ? Optional.empty()
                : unseal(ciphertext, payloadKey.reveal(), associated);
    }

    @Override
    public byte[] signingKey(Secret signing) {
        return keyed(signing.reveal(), new byte[] {1}, KEY);
    }

    @Override
    public byte[] sealingKey(Secret sealing) {
        return keyed(sealing.reveal(), new byte[] {2}, KEY);
    }

    private static byte[] seal(byte[] plaintext, byte[] key, byte[] associated) {
        byte[] tag = keyed(key, joined(associated, plaintext), TAG);
        return joined(masked(plaintext, key), tag);
    }

    private static Optional<byte[]> unseal(byte[] sealed, byte[] key, byte[] associated) {
        byte[] plaintext = masked(Arrays.copyOf(sealed, sealed.length - TAG), key);
        byte[] tag = Arrays.copyOfRange(sealed, sealed.length - TAG, sealed.length);
        return Arrays.equals(tag, keyed(key, joined(associated, plaintext), TAG))
                ? Optional.of(plaintext)
                : Optional.empty();
    }

    private static byte[] masked(byte[] text, byte[] key) {
        byte[] out = text.clone();
        long state = digest(key, 3);
        for (int i = 0; i < out.length; i += Long.BYTES) {
            state = mix(state + i);
            for (int j = i; j < Math.min(i + Long.BYTES, out.length); j++) {
                out[j] ^= (byte) (state >>> (8 * (j - i)));
            }
        }
        return out;
    }

    private static byte[] keyed(byte[] key, byte[] message, int length) {
        long state = digest(message, digest(key, message.length));
        ByteBuffer out = ByteBuffer.allocate(length);
        while (out.hasRemaining()) {
            state = mix(state + 0x9E3779B97F4A7C15L);
            out.putLong(state);
        }
        return out.array();
    }

    private static long digest(byte[] bytes, long start) {
        long hash = mix(start ^ bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.remaining() >= Long.BYTES) {
            hash = mix(hash ^ buffer.getLong());
        }
        while (buffer.hasRemaining()) {
            hash = mix(hash ^ buffer.get());
        }
        return hash;
    }

    /// The finalizer of MurmurHash3.
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
