package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class FrontierTest {
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasThePublishedRootAtEachSize(int size, String root) {
        assertThat(grown(MerkleVectors.LEAVES.subList(0, size)).root()).hasToString(root);
    }

    @Test
    void agreesWithTheDefinitionOfTheRootAtEverySize() {
        List<Hash> leaves = MerkleVectors.leaves(300);
        var frontier = Frontier.EMPTY;
        for (int size = 0; size < leaves.size(); size++) {
            assertThat(frontier.root())
                    .isEqualTo(MerkleVectors.definition(leaves.subList(0, size)));
            frontier = frontier.append(leaves.get(size));
        }
    }

    @Test
    void keepsOneHashForEachBitOfTheSize() {
        assertThat(grown(MerkleVectors.leaves(256)).peaks()).hasSize(1);
        assertThat(grown(MerkleVectors.leaves(255)).peaks()).hasSize(8);
    }

    @Test
    void goesOnFromWhatWasStored() {
        List<Hash> leaves = MerkleVectors.leaves(77);
        var stored = grown(leaves.subList(0, 45));
        var restored = Frontier.of(stored.size(), stored.bytes());
        for (Hash leaf : leaves.subList(45, 77)) {
            restored = restored.append(leaf);
        }
        assertThat(restored).isEqualTo(grown(leaves));
    }

    @Test
    void refusesPeaksThatDoNotFitTheSize() {
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> Frontier.of(3, new byte[32]))
                .withMessage("the count of peaks is 1, allowed are 2 to 2");
        assertThatExceptionOfType(LedgerMisuse.WrongLength.class)
                .isThrownBy(() -> Frontier.of(3, new byte[65]))
                .withMessage("a frontier has 65 bytes, allowed are 64");
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> Frontier.of(-1, new byte[0]));
    }

    static Frontier grown(List<Hash> leaves) {
        var frontier = Frontier.EMPTY;
        for (Hash leaf : leaves) {
            frontier = frontier.append(leaf);
        }
        return frontier;
    }
}
