package org.counterpart.app.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Bytes that must not be shown: a key or a password.
/// It prints nothing, compares in constant time, and gives its bytes only to who says [SecretAccess].
public final class Secret {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Keeps a copy of the bytes.
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /// Keeps a password.
    public static Secret ofText(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    static Secret random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /// A password that a person could type: 256 bits in hexadecimal.
    static Secret randomPassword(SecureRandom random) {
        return ofText(HexFormat.of().formatHex(random(32, random).bytes));
    }

    /// A copy of the bytes.
    public byte[] bytes(SecretAccess access) {
        return bytes.clone();
    }

    String text(SecretAccess access) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /// The same for all: a hash would tell about the bytes.
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
