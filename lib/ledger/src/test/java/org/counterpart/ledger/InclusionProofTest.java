package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.ledger.MerkleVectors.LEAVES;
import static org.counterpart.ledger.MerkleVectors.ROOT_8;
import static org.counterpart.ledger.MerkleVectors.hashes;
import static org.counterpart.ledger.MerkleVectors.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class InclusionProofTest {
    private static final int SIZES = 130;
    private static final Hash STRANGER = MerkleHashing.leaf(new byte[] {9, 9, 9});

    /// The vectors of the Certificate Transparency project, there counted from 1.
    @Test
    void writesThePublishedPaths() {
        MerkleTree tree = tree(LEAVES);
        assertThat(tree.inclusion(0, 1).path()).isEmpty();
        assertThat(tree.inclusion(0, 8).path())
                .isEqualTo(
                        hashes(
                                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree.inclusion(5, 8).path())
                .isEqualTo(
                        hashes(
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree.inclusion(2, 3).path())
                .isEqualTo(
                        hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
    }

    /// RFC 9162, section 2.1.5, names the nodes of a tree of seven leaves.
    @Test
    void writesTheExamplesOfTheStandard() {
        List<Hash> d = LEAVES.subList(0, 7);
        Hash g = MerkleHashing.node(d.get(0), d.get(1));
        Hash h = MerkleHashing.node(d.get(2), d.get(3));
        Hash i = MerkleHashing.node(d.get(4), d.get(5));
        Hash k = MerkleHashing.node(g, h);
        Hash l = MerkleHashing.node(i, d.get(6));
        MerkleTree tree = tree(d);
        assertThat(tree.inclusion(0, 7).path()).containsExactly(d.get(1), h, l);
        assertThat(tree.inclusion(3, 7).path()).containsExactly(d.get(2), g, l);
        assertThat(tree.inclusion(4, 7).path()).containsExactly(d.get(5), d.get(6), k);
        assertThat(tree.inclusion(6, 7).path()).containsExactly(i, k);
    }

    @Test
    void provesEveryLeafOfEveryTree() {
        List<Hash> leaves = MerkleVectors.leaves(SIZES);
        for (int size = 1; size <= SIZES; size++) {
            Hash root = tree(leaves).root(size);
            for (int leaf = 0; leaf < size; leaf++) {
                InclusionProof proof = tree(leaves).inclusion(leaf, size);
                assertThat(proof.verify(leaves.get(leaf), root)).isTrue();
                assertThat(proof.verify(STRANGER, root)).isFalse();
                assertThat(proof.verify(leaves.get(leaf), STRANGER)).isFalse();
            }
        }
    }

    @Test
    void provesAReceiptInABatchThatIsNoLedger() {
        List<Hash> batch =
                Stream.of("first", "second", "third")
                        .map(receipt -> Hash.ofLeaf(receipt.getBytes(UTF_8)))
                        .toList();
        Hash root = FrontierTest.grown(batch).root();
        InclusionProof proof = tree(batch).inclusion(1, 3);
        assertThat(proof.verify(Hash.ofLeaf("second".getBytes(UTF_8)), root)).isTrue();
        assertThat(proof.verify(Hash.ofLeaf("third".getBytes(UTF_8)), root)).isFalse();
    }

    @Test
    void provesNothingAboutAnotherPlaceOrAnotherSize() {
        List<Hash> leaves = MerkleVectors.leaves(40);
        Hash root = tree(leaves).root(37);
        for (int leaf = 0; leaf < 37; leaf++) {
            List<Hash> path = tree(leaves).inclusion(leaf, 37).path();
            for (int other = -1; other <= 37; other++) {
                assertThat(new InclusionProof(other, 37, path).verify(leaves.get(leaf), root))
                        .isEqualTo(other == leaf);
            }
        }
        assertThat(tree(leaves).inclusion(3, 36).verify(leaves.get(3), root)).isFalse();
    }

    @Test
    void provesNothingWhenThePathIsChanged() {
        List<Hash> leaves = MerkleVectors.leaves(37);
        Hash root = tree(leaves).root(37);
        InclusionProof proof = tree(leaves).inclusion(33, 37);
        for (List<Hash> path : changed(proof.path(), STRANGER)) {
            assertThat(new InclusionProof(33, 37, path).verify(leaves.get(33), root)).isFalse();
        }
    }

    @Test
    void takesNonsenseWithoutThrowing() {
        assertThat(new InclusionProof(0, 0, List.of()).verify(STRANGER, STRANGER)).isFalse();
        assertThat(new InclusionProof(-1, -5, List.of()).verify(STRANGER, STRANGER)).isFalse();
        assertThat(
                        new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, LEAVES)
                                .verify(STRANGER, ROOT_8))
                .isFalse();
    }

    @Test
    void isNotWrittenForALeafThatIsNotThere() {
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> tree(LEAVES).inclusion(8, 8))
                .withMessage("the number of a leaf is 8, allowed are 0 to 7");
    }

    /// Every path that differs in one step: one replaced, dropped, doubled, or swapped.
    static List<List<Hash>> changed(List<Hash> path, Hash stranger) {
        var changed = new ArrayList<List<Hash>>();
        for (int step = 0; step < path.size(); step++) {
            var replaced = new ArrayList<>(path);
            replaced.set(step, stranger);
            var dropped = new ArrayList<>(path);
            dropped.remove(step);
            var doubled = new ArrayList<>(path);
            doubled.add(step, path.get(step));
            changed.addAll(List.of(replaced, dropped, doubled));
            if (step > 0) {
                var swapped = new ArrayList<>(path);
                swapped.set(step, path.get(step - 1));
                swapped.set(step - 1, path.get(step));
                changed.add(swapped);
            }
        }
        return changed;
    }
}
