package org.counterpart.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// Writes the proofs of a log whose hashes are stored somewhere.
///
/// Every subtree that a proof needs splits into complete ones, so one question to the store is
/// enough: "the root of the complete subtree at this level and place?". A proof asks it at most
/// about `log2(size)^2 / 2` times. A store that keeps only leaf hashes answers by hashing
/// ([Subtrees#overLeaves]): then a proof reads every leaf once, about 0.4 s for a million, in
/// `log2(size)` hashes of memory; keep the roots of a few levels when that is too slow.
///
/// @param subtrees where the hashes are
public record MerkleTree(Subtrees subtrees) {

    /// The hashes of a log as its store knows them.
    @FunctionalInterface
    public interface Subtrees {
        /// Root of the leaves from `index * 2^level` up to, not including, `(index + 1) * 2^level`,
        /// all of which exist; at level 0 the hash of leaf `index`.
        Hash root(int level, long index);

        /// Hashes what is asked for from the leaf hashes, each time.
        static Subtrees overLeaves(LongFunction<Hash> leafHash) {
            return new Subtrees() {
                @Override
                public Hash root(int level, long index) {
                    return level == 0
                            ? leafHash.apply(index)
                            : MerkleHashing.node(
                                    root(level - 1, 2 * index), root(level - 1, 2 * index + 1));
                }
            };
        }
    }

    /// The root of the first `size` leaves, RFC 9162, section 2.1.1.
    public Hash root(long size) {
        LedgerMisuse.OutOfRange.check("the size of a log", size, 0, Long.MAX_VALUE);
        return size == 0 ? MerkleHashing.EMPTY_TREE : root(0, size);
    }

    /// PATH of RFC 9162, section 2.1.3.1: proves a leaf in the tree of the first `size` leaves.
    public InclusionProof inclusion(long leaf, long size) {
        LedgerMisuse.OutOfRange.check("the number of a leaf", leaf, 0, size - 1);
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (leaf < middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(leaf, size, path.reversed());
    }

    /// PROOF of RFC 9162, section 2.1.4.1: proves that the first `second` leaves begin with the
    /// first `first`.
    public ConsistencyProof consistency(long first, long second) {
        LedgerMisuse.OutOfRange.check("the size of the earlier tree", first, 0, second);
        return new ConsistencyProof(first, second, first == 0 ? List.of() : path(first, second));
    }

    private List<Hash> path(long first, long second) {
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = second;
        while (to > first) {
            long middle = from + split(to - from);
            if (first <= middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(root(from, to));
        }
        return path.reversed();
    }

    private Hash root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return subtrees.root(level, from >>> level);
        }
        long middle = from + split(leaves);
        return MerkleHashing.node(root(from, middle), root(middle, to));
    }

    /// The largest power of two smaller than a count of two or more leaves.
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
