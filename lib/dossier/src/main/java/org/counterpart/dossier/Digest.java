package org.counterpart.dossier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 value of 32 bytes, held as lower-case hex.
public record Digest(String hex) implements Comparable<Digest> {
    public Digest {
        Fields.hex("digest", hex, 32);
    }

    public static Digest of(byte[]... parts) {
        return new Digest(Fields.hex(sha256(parts)));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
