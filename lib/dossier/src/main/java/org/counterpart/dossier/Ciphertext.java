package org.counterpart.dossier;

import java.util.Arrays;

/// The encrypted sealed part of an entry; equal when its bytes are.
public final class Ciphertext {
    static final int MOST_CHARACTERS = (SizeClass.LARGEST + 16) * 4 / 3 + 4;

    private final byte[] bytes;

    /// Takes the bytes over: whoever made them keeps no hand on them.
    public Ciphertext(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    public Digest digest() {
        return Digest.of(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ciphertext ciphertext && Arrays.equals(bytes, ciphertext.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of ciphertext";
    }
}
