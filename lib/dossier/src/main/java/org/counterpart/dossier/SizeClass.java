package org.counterpart.dossier;

/// The padded length of a sealed part: a power of two from 1 KiB to 256 KiB.
///
/// It is all that a carrier learns about the length of what was said.
public record SizeClass(int bytes) {
    static final int SMALLEST = 1 << 10;
    static final int LARGEST = 1 << 18;

    public SizeClass {
        if (bytes < SMALLEST || bytes > LARGEST || Integer.bitCount(bytes) != 1) {
            throw new Malformed(
                    "size class " + bytes + " is not a power of two from 1024 to 262144");
        }
    }

    static SizeClass of(long bytes) {
        return new SizeClass(bytes > LARGEST || bytes < 0 ? 0 : (int) bytes);
    }

    /// The smallest class that holds so many bytes.
    ///
    /// @throws Malformed when no class does
    static SizeClass holding(int bytes) {
        if (bytes > LARGEST) {
            throw new Malformed(
                    "the sealed part has " + bytes + " bytes, at most " + LARGEST + " are allowed");
        }
        return new SizeClass(bytes <= SMALLEST ? SMALLEST : Integer.highestOneBit(bytes - 1) << 1);
    }
}
