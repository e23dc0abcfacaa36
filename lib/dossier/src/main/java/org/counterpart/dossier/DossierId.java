package org.counterpart.dossier;

import java.nio.charset.StandardCharsets;

/// The identity of a dossier: 128 bits of SHA-256 over its opening envelope, in base32.
///
/// It is derived, not drawn, so that a dossier has one opening entry by construction: an opener who signs two
/// has opened two dossiers, and nobody can found a second history under an identity that already exists.
public record DossierId(String text) implements Comparable<DossierId> {
    private static final byte[] CONTEXT =
            "counterpart/dossier/v1\n".getBytes(StandardCharsets.US_ASCII);

    public DossierId {
        Base32.checked("dossier id", text);
    }

    static DossierId of(Json.Members openingWithoutDossier) {
        return new DossierId(Base32.of(Digest.sha256(CONTEXT, openingWithoutDossier.bytes())));
    }

    @Override
    public int compareTo(DossierId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
