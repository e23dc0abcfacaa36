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
import java.util.Set;
import java.util.TreeMap;

/// Four entries in a row: Singapore opens and writes, Viet Nam and then Singapore write on.
class PastTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
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
        return new Past(singapore.store().envelopes()).of(Set.of(entries), clock);
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
