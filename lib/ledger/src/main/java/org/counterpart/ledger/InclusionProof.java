package org.counterpart.ledger;

import java.util.List;

/// Shows that one leaf stands in a tree, to somebody who knows only the root of that tree.
///
/// It works for any tree hashed as in RFC 9162, for a batch of receipts as for the log of a node.
/// The values may come from anybody: a nonsense is not proven, it does not throw.
///
/// @param leaf number of the leaf, counted from 0
/// @param size number of leaves of the tree
/// @param path the hashes that are missing between leaf and root, the lowest first
public record InclusionProof(long leaf, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /// RFC 9162, section 2.1.3.2, with its names: `fn` and `sn` are the leaf and the last leaf of
    /// the tree as seen from the present level, `r` the root of what is joined so far.
    public boolean verify(Hash leafHash, Hash root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long fn = leaf;
        long sn = size - 1;
        Hash r = leafHash;
        for (Hash p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleHashing.node(p, r);
                // The last node of a level that has no neighbour rises until it finds one.
                int rise = Long.numberOfTrailingZeros(fn);
                fn >>>= rise;
                sn >>>= rise;
            } else {
                r = MerkleHashing.node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && r.equals(root);
    }
}
