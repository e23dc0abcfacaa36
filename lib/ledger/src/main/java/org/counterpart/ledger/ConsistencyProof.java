package org.counterpart.ledger;

import java.util.List;

/// Shows that a later tree only added leaves to an earlier one, to somebody who knows both roots.
///
/// The values may come from anybody: a nonsense is not proven, it does not throw.
///
/// @param first number of leaves of the earlier tree
/// @param second number of leaves of the later tree
/// @param path hashes of subtrees, in the order of RFC 9162, section 2.1.4.1
public record ConsistencyProof(long first, long second, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// RFC 9162, section 2.1.4.2, for 0 < first < second. Two cases that the RFC leaves out need no
    /// path and accept none: a tree is consistent with itself, and every tree with the empty one.
    public boolean verify(Hash firstRoot, Hash secondRoot) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first == 0) {
            return path.isEmpty() && firstRoot.equals(MerkleHashing.EMPTY_TREE);
        }
        return !path.isEmpty() && climb(firstRoot, secondRoot);
    }

    /// `fn` and `sn` are the last leaves of both trees as seen from the present level, `fr` and `sr`
    /// the roots of what is joined so far. An earlier tree that is one complete subtree is not
    /// repeated in the path.
    private boolean climb(Hash firstRoot, Hash secondRoot) {
        boolean complete = Long.bitCount(first) == 1;
        int start = Long.numberOfTrailingZeros(first);
        long fn = (first - 1) >>> start;
        long sn = (second - 1) >>> start;
        Hash fr = complete ? firstRoot : path.getFirst();
        Hash sr = fr;
        for (Hash c : complete ? path : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = MerkleHashing.node(c, fr);
                sr = MerkleHashing.node(c, sr);
                int rise = Long.numberOfTrailingZeros(fn);
                fn >>>= rise;
                sn >>>= rise;
            } else {
                sr = MerkleHashing.node(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
    }
}
