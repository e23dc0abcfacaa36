package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.ledger.MerkleVectors.LEAVES;
import static org.counterpart.ledger.MerkleVectors.ROOT_4;
import static org.counterpart.ledger.MerkleVectors.ROOT_8;
import static org.counterpart.ledger.MerkleVectors.hashes;
import static org.counterpart.ledger.MerkleVectors.tree;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ConsistencyProofTest {
    private static final int SIZES = 130;
    private static final Hash STRANGER = MerkleHashing.leaf(new byte[] {9, 9, 9});

    /// The vectors of the Certificate Transparency project.
    @Test
    void writesThePublishedPaths() {
        MerkleTree tree = tree(LEAVES);
        assertThat(tree.consistency(1, 1).path()).isEmpty();
        assertThat(tree.consistency(1, 8).path())
                .isEqualTo(
                        hashes(
                                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree.consistency(6, 8).path())
                .isEqualTo(
                        hashes(
                                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree.consistency(2, 5).path())
                .isEqualTo(
                        hashes(
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
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
        assertThat(tree.consistency(3, 7).path()).containsExactly(d.get(2), d.get(3), g, l);
        assertThat(tree.consistency(4, 7).path()).containsExactly(l);
        assertThat(tree.consistency(6, 7).path()).containsExactly(i, d.get(6), k);
    }

    @Test
    void provesEveryPairOfSizes() {
        List<Hash> leaves = MerkleVectors.leaves(SIZES);
        List<Hash> roots =
                IntStream.rangeClosed(0, SIZES).mapToObj(size -> tree(leaves).root(size)).toList();
        for (int second = 0; second <= SIZES; second++) {
            for (int first = 0; first <= second; first++) {
                ConsistencyProof proof = tree(leaves).consistency(first, second);
                assertThat(proof.verify(roots.get(first), roots.get(second))).isTrue();
                assertThat(proof.verify(STRANGER, roots.get(second))).isFalse();
                assertThat(first > 0 && proof.verify(roots.get(first), STRANGER)).isFalse();
            }
        }
    }

    @Test
    void provesNothingAboutAnotherEarlierSize() {
        MerkleTree tree = tree(MerkleVectors.leaves(64));
        List<Hash> path = tree.consistency(21, 61).path();
        for (int first = 1; first <= 61; first++) {
            assertThat(new ConsistencyProof(first, 61, path).verify(tree.root(21), tree.root(61)))
                    .isEqualTo(first == 21);
        }
    }

    @Test
    void provesNothingWhenThePathIsChanged() {
        MerkleTree tree = tree(MerkleVectors.leaves(64));
        for (long first : new long[] {1, 21, 32, 60}) {
            List<Hash> path = tree.consistency(first, 61).path();
            for (List<Hash> changed : InclusionProofTest.changed(path, STRANGER)) {
                var proof = new ConsistencyProof(first, 61, changed);
                assertThat(proof.verify(tree.root(first), tree.root(61))).isFalse();
            }
        }
    }

    @Test
    void showsThatARewrittenLogDoesNotContinueTheOldOne() {
        var rewritten = new ArrayList<>(LEAVES);
        rewritten.set(2, STRANGER);
        MerkleTree forged = tree(rewritten);
        assertThat(forged.consistency(4, 8).verify(ROOT_4, forged.root(8))).isFalse();
        assertThat(tree(LEAVES).consistency(4, 8).verify(ROOT_4, ROOT_8)).isTrue();
    }

    @Test
    void takesNonsenseWithoutThrowing() {
        assertThat(new ConsistencyProof(-1, 3, LEAVES).verify(ROOT_4, ROOT_8)).isFalse();
        assertThat(new ConsistencyProof(8, 4, LEAVES).verify(ROOT_8, ROOT_4)).isFalse();
        assertThat(new ConsistencyProof(4, 8, List.of()).verify(ROOT_4, ROOT_8)).isFalse();
        assertThat(new ConsistencyProof(4, 4, LEAVES).verify(ROOT_4, ROOT_4)).isFalse();
        assertThat(new ConsistencyProof(0, 8, LEAVES).verify(Hash.over(), ROOT_8)).isFalse();
    }

    @Test
    void isNotWrittenForATreeThatShrinks() {
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> tree(LEAVES).consistency(5, 4));
    }

    @Test
    void asksAStoreOfSubtreesOnlyLogarithmicallyOften() {
        var asked = new AtomicInteger();
        MerkleTree leaves = tree(MerkleVectors.leaves(1000));
        var counting =
                new MerkleTree(
                        (level, index) -> {
                            asked.incrementAndGet();
                            return leaves.subtrees().root(level, index);
                        });
        assertThat(counting.consistency(333, 1000)).isEqualTo(leaves.consistency(333, 1000));
        assertThat(asked).hasValueLessThan(60);
    }
}
