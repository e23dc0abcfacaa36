package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

class BatchBuilderTest {
    private static final int FRAME = 4_096;

    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");

    private BatchBuilder builder(int bytes, int items) {
        return new BatchBuilder(singapore.id(), vietNam.id(), new Limits(bytes, items, 1, 1));
    }

    private static Declined declined(int number) {
        return new Declined.OfEnvelope(new EntryId("%064x".formatted(number)), "A_CODE");
    }

    private static List<Declined> declined(int from, int to) {
        var declined = new ArrayList<Declined>();
        for (int number = from; number < to; number++) {
            declined.add(declined(number));
        }
        return declined;
    }

    private List<Placed> entries(int count) {
        DossierId dossier = singapore.opens(vietNam).dossier();
        for (int number = 1; number < count; number++) {
            singapore.writes(dossier, vietNam);
        }
        return singapore.store().envelopes().entries(dossier);
    }

    private Parcel parcel(Placed entry) {
        return singapore
                .store()
                .shelf()
                .parcel(
                        singapore
                                .store()
                                .shelf()
                                .find(entry.id(), vietNam.id(), singapore.id())
                                .orElseThrow());
    }

    @Test
    void saysNothingWhenNothingWasPutIn() {
        assertThat(builder(FRAME, 1).build()).isEqualTo(Batch.empty(singapore.id(), vietNam.id()));
    }

    @Test
    void takesTheFirstItemsOfAKindAndLeavesTheRest() {
        BatchBuilder batch = builder(1 << 20, 3);

        batch.declined(declined(0, 5));

        assertThat(batch.build().declined()).isEqualTo(declined(0, 3));
    }

    @Test
    void countsEachKindByItself() {
        BatchBuilder batch = builder(1 << 20, 2);
        var node = new NodeId("0".repeat(32));
        var dossier = new DossierId("a".repeat(26));
        var id = new EntryId("0".repeat(64));

        batch.declined(declined(0, 2));
        batch.kept(
                List.of(new Kept.HasReceipt(id, node), new Kept.Carrying(id, node, node, "a-key")));
        batch.wants(List.of(new Want(dossier, new TreeSet<>(), Clock.NOTHING)));
        batch.heads(Heads.of(dossier, new TreeSet<>(), Clock.NOTHING, new Random(1)));

        Batch built = batch.build();
        assertThat(built.declined()).hasSize(2);
        assertThat(built.kept()).hasSize(2);
        assertThat(built.wants()).hasSize(1);
        assertThat(built.heads()).hasSize(1);
    }

    @Test
    void isNeverLargerThanItsLimit() {
        for (int bytes = FRAME; bytes < FRAME + 1_000; bytes += 37) {
            BatchBuilder batch = builder(bytes, 100);

            batch.declined(declined(0, 50));

            assertThat(batch.build().bytes().length).isLessThanOrEqualTo(bytes);
        }
    }

    @Test
    void fillsItsRoomToTheLastByte() {
        int one = declined(0).json().bytes().length + 1;

        BatchBuilder full = builder(FRAME + 3 * one, 100);
        full.declined(declined(0, 9));
        BatchBuilder short1 = builder(FRAME + 3 * one - 1, 100);
        short1.declined(declined(0, 9));

        assertThat(full.build().declined()).hasSize(3);
        assertThat(short1.build().declined()).hasSize(2);
    }

    @Test
    void holdsAnEnvelopeOnceAndKnowsIt() {
        List<Placed> entries = entries(2);
        BatchBuilder batch = builder(1 << 20, 100);

        batch.envelope(entries.getFirst());
        batch.envelope(entries.getFirst());

        assertThat(batch.build().envelopes()).containsExactly(entries.getFirst().signed());
        assertThat(batch.holds(entries.getFirst().id())).isTrue();
        assertThat(batch.holds(entries.getLast().id())).isFalse();
    }

    /// A parcel goes only after its envelope, so one that had no room is not held.
    @Test
    void doesNotHoldAnEnvelopeThatHadNoRoom() {
        List<Placed> entries = entries(2);
        BatchBuilder batch = builder(1 << 20, 1);

        entries.forEach(batch::envelope);

        assertThat(batch.holds(entries.getLast().id())).isFalse();
        assertThat(batch.build().envelopes()).containsExactly(entries.getFirst().signed());
    }

    @Test
    void saysWhetherAParcelHadRoom() {
        List<Placed> entries = entries(2);
        Parcel first = parcel(entries.getFirst());
        int one = first.json().bytes().length + 1;
        BatchBuilder batch = builder(FRAME + one, 100);

        assertThat(batch.hasRoom()).isTrue();
        assertThat(batch.parcel(first)).isTrue();
        assertThat(batch.hasRoom()).isFalse();
        assertThat(batch.parcel(parcel(entries.getLast()))).isFalse();
        assertThat(batch.build().parcels()).containsExactly(first);
    }

    @Test
    void hasNoRoomForMoreParcelsThanItems() {
        List<Placed> entries = entries(2);
        BatchBuilder batch = builder(1 << 20, 1);

        assertThat(batch.parcel(parcel(entries.getFirst()))).isTrue();
        assertThat(batch.hasRoom()).isFalse();
    }

    @Test
    void whatIsSmallerMayStillFindRoom() {
        List<Placed> entries = entries(1);
        BatchBuilder batch = builder(FRAME + 300, 100);

        assertThat(batch.parcel(parcel(entries.getFirst()))).isFalse();
        batch.declined(declined(0, 1));

        assertThat(batch.build().declined()).hasSize(1);
    }
}
