package org.counterpart.dossier;

import java.util.random.RandomGenerator;

/// The identity of a desk: 128 random bits in base32. It does not contain its node, so a desk can move.
public record DeskId(String text) implements Comparable<DeskId> {
    public DeskId {
        Base32.checked("desk id", text);
    }

    public static DeskId draw(RandomGenerator random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return new DeskId(Base32.of(bits));
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
