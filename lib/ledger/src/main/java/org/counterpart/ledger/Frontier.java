package org.counterpart.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All that must be kept of a log to append to it: its size and the roots of its complete subtrees.
///
/// A tree of `size` leaves is a row of complete subtrees, one for each bit set in `size`, the
/// largest first; `peaks` holds their roots. At most 63 hashes, whatever the size. Appending is what
/// adding one to a binary number is: while the last two subtrees are equal in size, join them.
///
/// @param size number of leaves, so also the number of the next leaf; leaves count from 0
/// @param peaks roots of the complete subtrees, the largest first, one for each bit set in `size`
public record Frontier(long size, List<Hash> peaks) {
    /// The log before its first leaf.
    public static final Frontier EMPTY = new Frontier(0, List.of());

    /// Anything but one peak for each bit of a size of 0 or more is a [LedgerMisuse.OutOfRange].
    public Frontier {
        peaks = List.copyOf(peaks);
        LedgerMisuse.OutOfRange.check("the size of a log", size, 0, Long.MAX_VALUE);
        int subtrees = Long.bitCount(size);
        LedgerMisuse.OutOfRange.check("the count of peaks", peaks.size(), subtrees, subtrees);
    }

    /// Reads back what [#bytes] wrote; the bytes must be as many as `size` asks for.
    public static Frontier of(long size, byte[] bytes) {
        if (bytes.length % Hash.BYTES != 0) {
            int whole = Long.bitCount(size) * Hash.BYTES;
            throw new LedgerMisuse.WrongLength("a frontier", bytes.length, whole);
        }
        var peaks = new ArrayList<Hash>();
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            peaks.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.BYTES)));
        }
        return new Frontier(size, peaks);
    }

    /// The peaks one after the other, 32 bytes each: what to store beside the size.
    public byte[] bytes() {
        byte[] bytes = new byte[peaks.size() * Hash.BYTES];
        for (int i = 0; i < peaks.size(); i++) {
            System.arraycopy(peaks.get(i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }

    /// The log with one more leaf. Costs at most 63 hashes, on average one.
    public Frontier append(Hash leaf) {
        var grown = new ArrayList<>(peaks);
        Hash last = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            last = MerkleHashing.node(grown.removeLast(), last);
        }
        grown.add(last);
        return new Frontier(size + 1, grown);
    }

    /// The Merkle tree hash of RFC 9162, section 2.1.1.
    public Hash root() {
        return peaks.reversed().stream()
                .reduce((right, left) -> MerkleHashing.node(left, right))
                .orElse(MerkleHashing.EMPTY_TREE);
    }
}
