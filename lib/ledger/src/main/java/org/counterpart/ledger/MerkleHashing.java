package org.counterpart.ledger;

/// The hashes of RFC 9162, section 2.1.1 (the same as in RFC 6962).
///
/// The first byte keeps leaves and nodes apart, so that no node can be shown as a leaf.
final class MerkleHashing {
    static final Hash EMPTY_TREE = Hash.over();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleHashing() {}

    static Hash leaf(byte[] data) {
        return Hash.over(LEAF, data);
    }

    static Hash node(Hash left, Hash right) {
        return Hash.over(NODE, left.bytes(), right.bytes());
    }
}
