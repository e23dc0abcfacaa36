package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

class KeyFileTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Secret PASSWORD = Secret.ofText("a password");
    private final SecureRandom random = new SecureRandom();

    @TempDir private Path folder = Path.of(".");

    @Test
    void makesAllKeysOnceAndReadsTheSameAgain() {
        KeyFile made = openedAt(START);
        KeyFile read = openedAt(START);

        assertThat(read.signingKey()).isEqualTo(made.signingKey());
        assertThat(read.masterKey()).isEqualTo(made.masterKey());
        assertThat(read.masterKey(1)).contains(made.masterKey());
        assertThat(read.masterKey(2)).isEmpty();
        assertThat(read.sealingKeys()).isEqualTo(made.sealingKeys());
        assertThat(read.tls().pin()).isEqualTo(made.tls().pin()).hasSize(32);
        assertThat(read.masterKey().key().bytes(SecretAccess.GRANTED)).hasSize(32);
    }

    @Test
    void keepsASigningKeyWhosePublicHalfIsFullyValid() {
        assertThat(Ed25519.validatePublicKeyFull(openedAt(START).signingPublicKey(), 0)).isTrue();
    }

    @Test
    void carriesASelfSignedP256Certificate() throws Exception {
        X509Certificate certificate = openedAt(START).tls().certificate();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
    }

    @Test
    void makesTheNextSealingKeyTenDaysBeforeTheOldOneEnds() {
        assertThat(afterDays(19).renewSealingKeys()).isEmpty();
        assertThat(afterDays(21).renewSealingKeys()).contains(new KeyFile.Renewal(1, 0));
        assertThat(openedAt(START).newestSealingKey().serial()).isEqualTo(2);
        assertThat(openedAt(START).sealingKeys()).hasSize(2);
    }

    @Test
    void destroysAPrivateHalfThirtyDaysAfterItsValidity() {
        afterDays(21).renewSealingKeys();
        assertThat(afterDays(45).renewSealingKeys()).contains(new KeyFile.Renewal(1, 0));
        assertThat(afterDays(61).renewSealingKeys()).contains(new KeyFile.Renewal(0, 1));
        assertThat(openedAt(START).sealingKeys())
                .extracting(SealingKey::serial)
                .containsExactly(2, 3);
    }

    @Test
    void letsOnlyItsOwnerRead() throws Exception {
        openedAt(START);
        assertThat(Files.getPosixFilePermissions(file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> openedAt(START))
                .isInstanceOf(KeyFileUnusable.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void refusesAWrongPasswordWithASentence() {
        openedAt(START);
        assertThatThrownBy(
                        () ->
                                KeyFile.open(
                                        file(),
                                        Secret.ofText("another"),
                                        InstantSource.fixed(START),
                                        random))
                .isInstanceOf(KeyFileUnusable.class)
                .hasMessageContaining("password is wrong or the file is damaged");
    }

    @Test
    void leavesNoHalfWrittenFileBeside() throws Exception {
        afterDays(0).renewSealingKeys();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void printsNothingOfAnySecret() {
        KeyFile keys = openedAt(START);
        assertThat(keys.signingKey()).hasToString("");
        assertThat(keys.toString() + keys.tls() + PASSWORD).isEmpty();
        assertThat(keys.masterKey()).hasToString("MasterKey[number=1, key=]");
        assertThat(keys.newestSealingKey().toString()).endsWith("privateKey=]");
    }

    private KeyFile afterDays(int days) {
        openedAt(START);
        return openedAt(START.plus(Duration.ofDays(days)));
    }

    private KeyFile openedAt(Instant now) {
        return KeyFile.open(file(), PASSWORD, InstantSource.fixed(now), random);
    }

    private Path file() {
        return folder.resolve("keys.p12");
    }
}
