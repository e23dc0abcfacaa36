package org.counterpart.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// The eight leaves with which Certificate Transparency tests its trees, and trees of any size.
final class MerkleVectors {
    static final List<Hash> LEAVES =
            leaves(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    static final Hash ROOT_4 =
            Hash.parse("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    static final Hash ROOT_8 =
            Hash.parse("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private MerkleVectors() {}

    static MerkleTree tree(List<Hash> leaves) {
        return new MerkleTree(
                MerkleTree.Subtrees.overLeaves(number -> leaves.get(Math.toIntExact(number))));
    }

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleHashing.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
    }

    static List<Hash> hashes(String... hex) {
        return Arrays.stream(hex).map(Hash::parse).toList();
    }

    /// The definition of MTH in RFC 9162, section 2.1.1, without any cleverness.
    static Hash definition(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? Hash.over() : leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return MerkleHashing.node(
                definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
    }

    private static List<Hash> leaves(String... data) {
        return Arrays.stream(data)
                .map(hex -> MerkleHashing.leaf(HexFormat.of().parseHex(hex)))
                .toList();
    }
}
