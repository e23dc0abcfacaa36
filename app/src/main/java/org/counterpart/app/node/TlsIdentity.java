package org.counterpart.app.node;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// The P-256 key and self-signed certificate by which other nodes recognise our federation listener.
/// They pin the key (SPKI) from the node card, so names and dates in the certificate mean nothing.
public record TlsIdentity(PrivateKey key, X509Certificate certificate) {

    /// SHA-256 of the public key in its SPKI form, the pin in the node card.
    public byte[] pin() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(certificate.getPublicKey().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new KeyFileUnusable("This Java has no SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "";
    }
}
