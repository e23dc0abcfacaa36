package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Four entries in a row: Singapore opens and writes, Viet Nam and then Singapore write on.
class PastTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final Random random = new Random(7);
    private final DossierId dossier;
    private final List<Placed> row = new ArrayList<>();

    PastTest() {
        singapore.peersWith(vietNam);
        row.add(singapore.opens(vietNam));
        dossier = row.getFirst().dossier();
        row.add(singapore.writes(dossier, vietNam));
        singapore.speaksTo(vietNam);
        row.add(vietNam.writes(dossier, singapore));
        vietNam.speaksTo(singapore);
        row.add(singapore.writes(dossier, vietNam));
    }

    private List<Placed> past(Clock clock, EntryId... entries) {
        return past(9, clock, entries);
    }

    private List<Placed> past(int most, Clock clock, EntryId... entries) {
        return new Past(singapore.store().envelopes(), random, most)
                .of(new Want(dossier, new TreeSet<>(Set.of(entries)), clock), _ -> true);
    }

    private static Clock clock(ANode author, long sequence) {
        return new Clock(new TreeMap<>(Map.of(author.id(), sequence)));
    }

    @Test
    void givesAnEntryAndAllThatItHasSeenParentsFirst() {
        assertThat(past(Clock.NOTHING, row.getLast().id())).isEqualTo(row);
        assertThat(past(Clock.NOTHING, row.get(1).id())).isEqualTo(row.subList(0, 2));
    }

    @Test
    void stopsAtWhatTheClockCovers() {
        assertThat(past(row.get(1).clock(), row.getLast().id())).isEqualTo(row.subList(2, 4));
    }

    @Test
    void looksBehindEachParentThatTheClockDoesNotCover() {
        assertThat(past(clock(vietNam, 1), row.getLast().id()))
                .containsExactly(row.get(0), row.get(1), row.get(3));
    }

    @Test
    void givesWhatIsAskedForByNameThoughTheClockCoversIt() {
        assertThat(past(row.getLast().clock(), row.get(1).id())).containsExactly(row.get(1));
    }

    @Test
    void givesWhatTwoEntriesHaveSeenOnce() {
        assertThat(past(Clock.NOTHING, row.getLast().id(), row.get(2).id())).isEqualTo(row);
    }

    @Test
    void passesOverWhatIsNotHeld() {
        var unknown = new EntryId("0".repeat(64));

        assertThat(past(Clock.NOTHING, unknown)).isEmpty();
        assertThat(past(Clock.NOTHING, unknown, row.getFirst().id()))
                .containsExactly(row.getFirst());
    }

    /// They would fill every batch, and nothing would ever get further.
    @Test
    void ofAnAuthorWithTwoHistoriesGivesAllAndWhatTheClockCoversLast() {
        twoHistoriesOf(singapore);

        List<Placed> given = past(row.get(2).clock(), row.getLast().id());

        assertThat(given.getFirst()).isEqualTo(row.getLast());
        assertThat(given).contains(row.get(1), row.get(0));
        assertThat(given.subList(1, given.size())).isSortedAccordingTo(Past.PARENTS_FIRST);
    }

    @Test
    void looksForNoMoreThanABatchAtATime() {
        assertThat(past(2, Clock.NOTHING, row.get(2).id())).isEqualTo(row.subList(0, 3));
        assertThat(past(1, Clock.NOTHING, row.get(2).id())).containsExactly(row.get(0), row.get(2));
    }

    @Test
    void looksFurtherWhereWhatItFoundMayNotBeShown() {
        Past past = new Past(singapore.store().envelopes(), random, 1);
        var want = new Want(dossier, new TreeSet<>(Set.of(row.getLast().id())), Clock.NOTHING);

        assertThat(past.of(want, entry -> !entry.equals(row.getFirst())))
                .containsExactly(row.get(1), row.getLast());
    }

    /// What an entry rests on may lie in another dossier, so that its readers know an id there.
    @Test
    void givesNothingOfAnotherDossier() {
        Placed other = singapore.opens();

        assertThat(past(Clock.NOTHING, other.id(), row.getFirst().id()))
                .containsExactly(row.getFirst());
    }

    @Test
    void givesInTheEndAllThatTheClockCoversOfAnAuthorWithTwoHistories() {
        twoHistoriesOf(singapore);
        var given = new TreeSet<EntryId>();
        for (int i = 0; i < 40; i++) {
            past(2, row.getLast().clock(), row.getLast().id())
                    .forEach(entry -> given.add(entry.id()));
        }

        assertThat(given).contains(row.get(0).id(), row.get(1).id(), row.get(3).id()).hasSize(4);
    }

    /// The same author again under its second number, in a past that only the test has.
    private void twoHistoriesOf(ANode author) {
        var twin = new ANode("SG");
        twin.store().envelopes().place(row.getFirst());
        Placed other = twin.writes(dossier);
        assertThat(other.sequence()).isEqualTo(2);
        assertThat(other.author()).isEqualTo(author.id());
        singapore.store().envelopes().place(other);
        NodeId id = author.id();
        assertThat(singapore.store().envelopes().hasTwoHistories(dossier, id)).isTrue();
    }
}
