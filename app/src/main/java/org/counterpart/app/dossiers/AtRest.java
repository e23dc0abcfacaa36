package org.counterpart.app.dossiers;

import org.counterpart.app.node.KeyFile;
import org.counterpart.app.node.MasterKey;
import org.counterpart.app.node.SecretAccess;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what lies in the database under the master key of the key file (AES-256-GCM, random nonce of 96 bits).
///
/// The purpose is authenticated with it, so that a row copied to another place does not open there.
final class AtRest {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeyFile keys;
    private final SecureRandom random;

    AtRest(KeyFile keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /// Number of the master key (4 bytes, big-endian), nonce, ciphertext.
    byte[] lock(byte[] plain, byte[] purpose) {
        MasterKey master = keys.masterKey();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, master, nonce, purpose, plain);
        return ByteBuffer.allocate(Integer.BYTES + NONCE + text.length)
                .putInt(master.number())
                .put(nonce)
                .put(text)
                .array();
    }

    byte[] unlock(byte[] locked, byte[] purpose) {
        if (locked.length < Integer.BYTES + NONCE) {
            throw new VaultDamaged(
                    "What lies encrypted in the database has "
                            + locked.length
                            + " bytes, fewer than number and nonce.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(locked);
        int number = buffer.getInt();
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        return run(Cipher.DECRYPT_MODE, master(number), nonce, purpose, text);
    }

    private MasterKey master(int number) {
        return keys.masterKey(number)
                .orElseThrow(
                        () ->
                                new VaultDamaged(
                                        "The key file has no master key "
                                                + number
                                                + "; restore the one that belongs to this"
                                                + " database."));
    }

    private static byte[] run(
            int mode, MasterKey master, byte[] nonce, byte[] purpose, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(master.key().bytes(SecretAccess.GRANTED), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new VaultDamaged(
                    "What lies encrypted in the database does not open with its master key.", e);
        }
    }
}
