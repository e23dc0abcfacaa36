package org.counterpart.app.node;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Makes the keys of a new node, and later its next sealing keys.
final class KeyMaking {
    private static final X500Name NAME = new X500Name("CN=Counterpart node");

    /// Peers pin the key and read no dates; the certificate only has to outlive the node.
    private static final Duration CERTIFICATE_VALIDITY = Duration.ofDays(100 * 365);

    private final SecureRandom random;

    KeyMaking(SecureRandom random) {
        this.random = random;
    }

    Keys all(Instant now) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        Ed25519.generatePrivateKey(random, seed);
        return new Keys(
                Secret.of(seed),
                List.of(new MasterKey(1, Secret.random(32, random))),
                List.of(sealing(1, now)),
                tls(now));
    }

    SealingKey sealing(int serial, Instant from) {
        byte[] scalar = new byte[X25519.SCALAR_SIZE];
        X25519.generatePrivateKey(random, scalar);
        return new SealingKey(serial, from, from.plus(SealingKey.VALIDITY), Secret.of(scalar));
    }

    private TlsIdentity tls(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            var builder =
                    new JcaX509v3CertificateBuilder(
                            NAME,
                            new BigInteger(64, random).add(BigInteger.ONE),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(CERTIFICATE_VALIDITY)),
                            NAME,
                            pair.getPublic());
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new TlsIdentity(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new KeyFileUnusable("This Java cannot make a P-256 key and certificate.", e);
        }
    }
}
