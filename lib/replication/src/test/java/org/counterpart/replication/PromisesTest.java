package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Singapore is honest, and invites Kenya to a dossier that another has made longer than Kenya keeps on promises.
class PromisesTest {
    private static final int ROOM = 20;

    private final ANode singapore = new ANode("SG");
    private final ANode kenya = new ANode("KE", new Limits(1 << 20, 100, 10_000, ROOM));
    private DossierId longest;

    @BeforeEach
    void fillsTheRoomThatSingaporeHas() {
        singapore.peersWith(kenya);
        longest = invitedAfter(3 * ROOM).dossier();
        singapore.asks(kenya);
        assertThat(kenya.store().envelopes().onPromise(singapore.id())).isEqualTo(ROOM);
    }

    private Placed invitedAfter(int entries) {
        DossierId dossier = singapore.opens().dossier();
        for (int i = 0; i < entries; i++) {
            singapore.writes(dossier);
        }
        return singapore.changes(dossier, new Membership.Add(kenya.card(), false));
    }

    private void speaks() {
        for (int i = 0; i < 5; i++) {
            singapore.asks(kenya);
        }
    }

    @Test
    void letsTheLongestGiveWayToAShorterOne() {
        Placed invited = invitedAfter(5);

        speaks();

        assertThat(kenya.holds(invited)).isTrue();
        assertThat(kenya.store().envelopes().gaveWay(longest, singapore.id())).isTrue();
        assertThat(kenya.reported()).contains(BatchRefusal.COME_LATER.code());
    }

    @Test
    void keepsNoMoreThanHalfTheRoomForOneThatGaveWay() {
        invitedAfter(5);
        speaks();

        assertThat(kenya.store().envelopes().onPromise(singapore.id())).isEqualTo(ROOM / 2);
        Placed further = invitedAfter(5);
        speaks();
        assertThat(kenya.holds(further)).isTrue();
        assertThat(kenya.store().envelopes().entries(longest)).hasSize(ROOM / 2);
    }

    /// Each notes a row, also for dossiers that nobody has opened.
    @Test
    void notesNoMoreInvitationsOfOnePeerThanThereIsRoom() {
        var nigeria = new ANode("NG");
        nigeria.peersWith(kenya);
        for (int i = 0; i <= ROOM; i++) {
            DossierId dossier = nigeria.opens().dossier();
            Placed addition = nigeria.changes(dossier, new Membership.Add(kenya.card(), false));
            Batch answer = nigeria.shows(kenya, List.of(addition.signed()));
            assertThat(answer.declined())
                    .extracting(Declined::code)
                    .isEqualTo(i < ROOM ? List.of() : List.of(BatchRefusal.COME_LATER.code()));
        }
        assertThat(kenya.store().envelopes().invitedBy(nigeria.id())).isEqualTo(ROOM);
        assertThat(kenya.store().envelopes().invitedBy(singapore.id())).isEqualTo(1);
    }

    @Test
    void takesNoRoomOfAnotherPeer() {
        var nigeria = new ANode("NG");
        nigeria.peersWith(kenya);
        DossierId dossier = nigeria.opens().dossier();
        Placed invited = nigeria.changes(dossier, new Membership.Add(kenya.card(), false));

        nigeria.speaksTo(kenya);

        assertThat(kenya.holds(invited)).isTrue();
        assertThat(kenya.store().envelopes().gaveWay(longest, singapore.id())).isFalse();
        assertThat(kenya.store().envelopes().entries(longest)).hasSize(ROOM);
    }
}
