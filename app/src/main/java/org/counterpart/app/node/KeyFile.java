package org.counterpart.app.node;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The keys of this node, kept in one PKCS#12 file outside the database, so that a stolen database opens nothing.
///
/// The file is replaced as a whole and atomically. Destroying an old sealing key means writing the file without it;
/// what the disk or a copy of the file still holds of it is beyond the process, and `docs/threat-model.md` says so.
public final class KeyFile {
    /// A new sealing key is made so long before the old one ends that a peer who is away for a week still learns it.
    private static final Duration OVERLAP = Duration.ofDays(10);

    private final Path file;
    private final Secret password;
    private final InstantSource time;
    private final KeyMaking making;
    private volatile Keys keys;

    private KeyFile(Path file, Secret password, InstantSource time, KeyMaking making, Keys keys) {
        this.file = file;
        this.password = password;
        this.time = time;
        this.making = making;
        this.keys = keys;
    }

    /// Opens the key file, or makes one with new keys at the first start.
    static KeyFile open(Path file, Secret password, InstantSource time, SecureRandom random) {
        var making = new KeyMaking(random);
        if (Files.exists(file)) {
            if (PrivateFiles.othersMayRead(file)) {
                throw new KeyFileUnusable(
                        "The key file " + file + " can be read by everyone.",
                        "Run: chmod 600 " + file);
            }
            return new KeyFile(file, password, time, making, read(file, password));
        }
        var made = new KeyFile(file, password, time, making, making.all(time.instant()));
        made.write(made.keys);
        return made;
    }

    /// The Ed25519 seed by which this node signs, 32 bytes.
    public Secret signingKey() {
        return keys.signing();
    }

    /// The public half of the signing key, 32 bytes; the node's id is made from it.
    public byte[] signingPublicKey() {
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(keys.signing().bytes(SecretAccess.GRANTED), 0, point, 0);
        return point;
    }

    /// The sealing keys whose private half still exists, oldest first.
    public List<SealingKey> sealingKeys() {
        return keys.sealing();
    }

    /// The sealing key that goes into the node card.
    public SealingKey newestSealingKey() {
        return keys.newestSealing();
    }

    /// The master key under which new content is wrapped.
    public MasterKey masterKey() {
        return keys.newestMaster();
    }

    /// The master key of this number, to unwrap what was wrapped under it.
    public Optional<MasterKey> masterKey(int number) {
        return keys.master(number);
    }

    /// The key and certificate of the federation listener.
    public TlsIdentity tls() {
        return keys.tls();
    }

    /// Makes the next sealing key when the newest ends soon, and destroys private halves whose time has passed.
    /// Says what changed, or nothing; the file is on disk before the keys are used.
    public synchronized Optional<Renewal> renewSealingKeys() {
        Instant now = time.instant();
        Keys before = keys;
        Keys after = before;
        if (now.plus(OVERLAP).isAfter(before.newestSealing().validUntil())) {
            after = after.with(making.sealing(before.newestSealing().serial() + 1, now));
        }
        int withFresh = after.sealing().size();
        after = after.withoutDestroyed(now);
        if (after.equals(before)) {
            return Optional.empty();
        }
        write(after);
        keys = after;
        return Optional.of(
                new Renewal(
                        withFresh - before.sealing().size(), withFresh - after.sealing().size()));
    }

    /// How many sealing keys were made and how many private halves destroyed.
    public record Renewal(int made, int destroyed) {}

    private void write(Keys content) {
        try {
            PrivateFiles.replace(file, KeyStoreForm.write(content, password));
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFileUnusable("The key file " + file + " cannot be written.", e);
        }
    }

    private static Keys read(Path file, Secret password) {
        try {
            return KeyStoreForm.read(PrivateFiles.read(file), password);
        } catch (GeneralSecurityException | IOException | NumberFormatException e) {
            throw new KeyFileUnusable(
                    "The key file "
                            + file
                            + " does not open: its password is wrong or the file is damaged.",
                    "Give the password with COUNTERPART_KEY_PASSWORD_FILE, or restore the file from"
                            + " its backup.",
                    e);
        }
    }

    @Override
    public String toString() {
        return "";
    }
}
