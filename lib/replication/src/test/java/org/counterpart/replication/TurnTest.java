package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Placement;
import org.counterpart.dossier.SignedEnvelope;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The opener used a number twice, so that who belongs is a walk through the dossier.
class TurnTest {
    private static final int ENTRIES = 100;

    private final ANode singapore = new ANode("SG");
    private final ANode nigeria = new ANode("NG");
    private final ANode vietNam = new ANode("VN");

    /// Who judges a batch and who looks for whom to answer walk the same ways.
    @Test
    void remembersForAllItemsOfABatchWhatWasWalkedThrough() {
        nigeria.peersWith(vietNam);
        singapore.peersWith(vietNam);
        DossierId dossier = nigeria.opens(singapore, vietNam).dossier();
        nigeria.speaksTo(vietNam);
        nigeria.shows(
                vietNam,
                List.of(
                        nigeria.writesBeside(dossier, "one"),
                        nigeria.writesBeside(dossier, "other")));
        vietNam.speaksTo(singapore);
        Placed last = singapore.writes(dossier);
        for (int i = 1; i < ENTRIES; i++) {
            last = singapore.writes(dossier);
        }
        singapore.speaksTo(vietNam);
        SignedEnvelope next = singapore.writesBeside(dossier, "next");
        var found = new AtomicInteger();
        Turn turn = vietNam.turnFinding(singapore, found);

        for (int i = 0; i < 5; i++) {
            assertThat(turn.placing().place(next)).isInstanceOf(Placement.Taken.class);
            assertThat(turn.members().visibleTo(dossier, singapore.id()).test(last)).isTrue();
            assertThat(turn.members().voids(last)).isEmpty();
        }

        assertThat(found).hasValueBetween(ENTRIES, 4 * ENTRIES);
    }
}
