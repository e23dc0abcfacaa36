package org.counterpart.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value: the hash of a leaf, of a subtree, or of content held elsewhere.
public final class Hash {
    /// Length of every hash in this library.
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of exactly 32 bytes; anything else is a [LedgerMisuse.WrongLength].
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new LedgerMisuse.WrongLength("a hash", bytes.length, BYTES);
        }
        return new Hash(bytes.clone());
    }

    /// The leaf hash of RFC 9162, section 2.1.1, for trees of other things than acts, such as the
    /// receipts of a batch; [Leaf#hash(long, Salt, String)] is the one for acts.
    public static Hash ofLeaf(byte[] data) {
        return MerkleHashing.leaf(data);
    }

    /// Reads 64 hexadecimal digits; anything else is an [IllegalArgumentException].
    static Hash parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /// SHA-256 over the parts, one after the other.
    static Hash over(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
