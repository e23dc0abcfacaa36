package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.SignedEnvelope;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

class ManyHeadsTest {
    private static final int MANY = 3 * Heads.MOST;

    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");

    /// Uses one number over and over, so that each of its entries is nobody's parent.
    private final ANode corrupt = new ANode("NG");

    private final DossierId dossier = opened();

    private DossierId opened() {
        singapore.peersWith(vietNam);
        singapore.peersWith(corrupt);
        vietNam.peersWith(corrupt);
        DossierId opened = singapore.opens(vietNam, corrupt).dossier();
        singapore.speaksTo(vietNam);
        singapore.speaksTo(corrupt);
        return opened;
    }

    private List<SignedEnvelope> underOneNumber() {
        return IntStream.range(0, MANY)
                .mapToObj(number -> corrupt.writesBeside(dossier, "(constructed) " + number))
                .toList();
    }

    /// Two heads lists cut at the same length compared as different for good; cut alike, they would have compared as equal.
    @Test
    void comesToHoldTheSameAndFallsSilent() {
        List<SignedEnvelope> all = underOneNumber();
        corrupt.shows(singapore, all.subList(0, MANY / 2));
        corrupt.shows(vietNam, all.subList(MANY / 2, MANY));

        singapore.speaksTo(vietNam);
        vietNam.speaksTo(singapore);

        assertThat(heldBy(singapore)).hasSize(MANY).isEqualTo(heldBy(vietNam));
        assertThat(singapore.exchanging().ask(vietNam.id()).isEmpty()).isTrue();
        assertThat(vietNam.exchanging().ask(singapore.id()).isEmpty()).isTrue();
    }

    private SortedSet<EntryId> heldBy(ANode node) {
        return node.store().envelopes().heads(dossier);
    }

    @Test
    void namesAStretchOfThemThatIsAnotherEachTime() {
        var all = new TreeSet<EntryId>();
        underOneNumber().forEach(envelope -> all.add(envelope.id()));
        var random = new Random(1);
        var named = new TreeSet<EntryId>();

        for (int time = 0; time < 50; time++) {
            Heads heads = Heads.of(dossier, all, Clock.NOTHING, random);
            assertThat(heads.entries()).hasSize(Heads.MOST);
            assertThat(heads.digest()).isEqualTo(Heads.digest(all));
            named.addAll(heads.entries());
        }

        assertThat(named).isEqualTo(all);
    }

    @Test
    void namesAFewEachAndTheirDigestTellsThemApart() {
        var few = new TreeSet<>(List.of(new EntryId("0".repeat(64)), new EntryId("1".repeat(64))));

        Heads heads = Heads.of(dossier, few, Clock.NOTHING, new Random(1));

        assertThat(heads.entries()).isEqualTo(few);
        assertThat(heads.digest()).isNotEqualTo(Heads.digest(few.headSet(few.last())));
    }

    /// Each is a walk through the past of the dossier, and a batch has room for a hundred.
    @Test
    void servesOneWantOfADossierAndBatch() {
        Turn turn = singapore.turn(corrupt);
        var heads = new TakingHeads(turn, new TakingEnvelopes(turn, new Vouching(turn, List.of())));
        var want = new Want(dossier, heldBy(singapore), Clock.NOTHING);

        heads.take(want);
        heads.take(want);

        assertThat(turn.answer().serve).containsExactly(want);
    }
}
