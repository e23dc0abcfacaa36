package org.counterpart.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The identity of a desk: 128 bits in base32. It does not contain its node, so a desk can move; but the node that
/// founded it can show that it did, so no other can claim it.
public record DeskId(String text) implements Comparable<DeskId> {
    public DeskId {
        Base32.checked("desk id", text);
    }

    public static DeskId draw(RandomGenerator random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return new DeskId(Base32.of(bits));
    }

    /// The identity of the desk that a node founds with a salt of 16 random bytes: the first 128 bits of SHA-256 over
    /// `counterpart/desk/v1`, a line feed, the node's id and the salt.
    public static DeskId of(NodeId founder, byte[] salt) {
        byte[] digest =
                Digest.sha256(
                        "counterpart/desk/v1\n".getBytes(US_ASCII),
                        HexFormat.of().parseHex(founder.hex()),
                        salt);
        return new DeskId(Base32.of(Arrays.copyOf(digest, 16)));
    }

    @Override
    public int compareTo(DeskId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
