package org.counterpart.dossier;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Suite `cp1`: Ed25519 and HPKE of BouncyCastle, AES-256-GCM of the JDK. No primitive of our own.
public final class PublishedCryptography implements Cryptography {
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;
    private static final byte[] ZERO_NONCE = new byte[12];
    private static final byte[] NOTHING = new byte[0];

    @Override
    public byte[] sign(Secret signing, byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        byte[] secret = signing.reveal();
        Ed25519.sign(secret, 0, signingKey(signing), 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /// RFC 8032 5.1.7 without the cofactor, over canonical encodings: the one rule named in the protocol.
    @Override
    public boolean verify(byte[] signingKey, byte[] message, byte[] signature) {
        return signingKey.length == KEY
                && signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, signingKey, 0, message, 0, message.length);
    }

    @Override
    public boolean admits(byte[] signingKey) {
        return signingKey.length == KEY && Ed25519.validatePublicKeyFull(signingKey, 0);
    }

    /// Any scalar shows it: clamped (RFC 7748, 5) it is a multiple of the cofactor, which sends the points of small order
    /// to zero, and no others.
    @Override
    public boolean admitsSealing(byte[] sealingKey) {
        return sealingKey.length == KEY
                && X25519.calculateAgreement(new byte[KEY], 0, sealingKey, 0, new byte[KEY], 0);
    }

    @Override
    public byte[] wrap(Secret payloadKey, byte[] sealingKey, byte[] info, RandomGenerator random) {
        HPKE hpke = hpke();
        Secret ephemeral = Cryptography.draw(random);
        try {
            var context =
                    hpke.setupBaseS(
                            new X25519PublicKeyParameters(sealingKey, 0), info, pair(ephemeral));
            byte[] sealed = context.seal(NOTHING, payloadKey.reveal());
            byte[] encapsulated = context.getEncapsulation();
            byte[] wrapped = Arrays.copyOf(encapsulated, encapsulated.length + sealed.length);
            System.arraycopy(sealed, 0, wrapped, encapsulated.length, sealed.length);
            return wrapped;
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            throw new Malformed("the sealing key is not a usable X25519 key", e);
        }
    }

    /// A key of small order or a foreign ciphertext shows as one of three exceptions; all mean "not for us".
    @Override
    public Optional<Secret> unwrap(byte[] wrapped, Secret sealing, byte[] info) {
        if (wrapped.length <= KEY) {
            return Optional.empty();
        }
        byte[] encapsulated = Arrays.copyOf(wrapped, KEY);
        byte[] sealed = Arrays.copyOfRange(wrapped, KEY, wrapped.length);
        try {
            byte[] key = hpke().setupBaseR(encapsulated, pair(sealing), info).open(NOTHING, sealed);
            return key.length == KEY ? Optional.of(Secret.of(key)) : Optional.empty();
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] encrypt(Secret payloadKey, byte[] plaintext, byte[] associated) {
        try {
            return aes(Cipher.ENCRYPT_MODE, payloadKey, associated).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK encrypts with AES-256-GCM", e);
        }
    }

    @Override
    public Optional<byte[]> decrypt(Secret payloadKey, byte[] ciphertext, byte[] associated) {
        try {
            return Optional.of(
                    aes(Cipher.DECRYPT_MODE, payloadKey, associated).doFinal(ciphertext));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK decrypts with AES-256-GCM", e);
        }
    }

    @Override
    public byte[] signingKey(Secret signing) {
        byte[] key = new byte[KEY];
        Ed25519.generatePublicKey(signing.reveal(), 0, key, 0);
        return key;
    }

    @Override
    public byte[] sealingKey(Secret sealing) {
        return new X25519PrivateKeyParameters(sealing.reveal(), 0).generatePublicKey().getEncoded();
    }

    private static HPKE hpke() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static AsymmetricCipherKeyPair pair(Secret secret) {
        var key = new X25519PrivateKeyParameters(secret.reveal(), 0);
        return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
    }

    private static Cipher aes(int mode, Secret key, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key.reveal(), "AES"),
                new GCMParameterSpec(TAG_BITS, ZERO_NONCE));
        cipher.updateAAD(associated);
        return cipher;
    }
}
