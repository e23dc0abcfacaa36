package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class SequencingTest {
    private final Random random = new Random(42);

    @Test
    void numbersActsFromTheEndOfTheLog() {
        Sequencing first = Sequencing.after(Frontier.EMPTY, acts(3));
        Sequencing second = Sequencing.after(first.frontier(), acts(2));
        assertThat(first.leaves()).extracting(Leaf::number).containsExactly(0L, 1L, 2L);
        assertThat(second.leaves()).extracting(Leaf::number).containsExactly(3L, 4L);
        assertThat(second.frontier().size()).isEqualTo(5);
    }

    @Test
    void comesToTheSameRootInOneStepOrInMany() {
        List<Leaf.Unnumbered> acts = acts(50);
        var frontier = Frontier.EMPTY;
        var leaves = new ArrayList<Leaf>();
        for (Leaf.Unnumbered act : acts) {
            Sequencing step = Sequencing.after(frontier, List.of(act));
            frontier = Frontier.of(step.frontier().size(), step.frontier().bytes());
            leaves.addAll(step.leaves());
        }
        assertThat(Sequencing.after(Frontier.EMPTY, acts))
                .extracting(Sequencing::frontier, Sequencing::leaves)
                .containsExactly(frontier, leaves);
    }

    @Test
    void leavesTheLogAsItIsWhenNothingHappened() {
        Frontier before = Sequencing.after(Frontier.EMPTY, acts(3)).frontier();
        assertThat(Sequencing.after(before, List.of()).frontier()).isEqualTo(before);
    }

    @Test
    void givesLeavesThatCanBeProvenAgainstTheSignedHead() {
        Sequencing log = Sequencing.after(Frontier.EMPTY, acts(11));
        var tree = MerkleVectors.tree(log.leaves().stream().map(Leaf::hash).toList());
        Checkpoint head = SampleLog.SIGNER.sign(log.frontier(), 0, ActTest.NOON).checkpoint();
        for (Leaf leaf : log.leaves()) {
            InclusionProof proof = tree.inclusion(leaf.number(), head.size());
            assertThat(proof.verify(leaf.hash(), head.root())).isTrue();
        }
    }

    private List<Leaf.Unnumbered> acts(int count) {
        return Stream.generate(() -> new Leaf.Unnumbered(Salt.drawnFrom(random), ActTest.act()))
                .limit(count)
                .toList();
    }
}
