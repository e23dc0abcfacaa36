package org.counterpart.dossier;

import java.time.Instant;

/// The public X25519 key (32 bytes, base64url) that others seal to, and until when they may.
public record SealingKey(String key, Instant notAfter) {
    public SealingKey {
        notAfter = Fields.asSent(notAfter);
        if (Fields.decoded("sealing key", key).length != 32) {
            throw new Malformed("a sealing key has 32 bytes");
        }
    }

    byte[] bytes() {
        return Fields.decoded("sealing key", key);
    }

    /// The name under which a wrap says which key it was made for: the first 64 bits of SHA-256, in hex.
    public String id() {
        return Fields.hex(Digest.sha256(bytes())).substring(0, 16);
    }
}
