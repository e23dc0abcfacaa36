package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;

/// A removal of whom was out already, or was never in, tells it nothing of what came meanwhile.
class RemovedTwiceTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode kenya = new ANode("KE");
    private final ANode ghana = new ANode("GH");

    /// One steward with two stores, and so with two histories.
    private final ANode nigeria = new ANode("NG");

    private final ANode itsTwin = new ANode("NG");

    @Test
    void whoLeftIsToldNothingMoreWhenTheOpenerPutsItOutAsWell() {
        singapore.peersWith(vietNam);
        singapore.peersWith(kenya);
        DossierId dossier = singapore.opens(vietNam, kenya).dossier();
        singapore.speaksTo(kenya);
        singapore.speaksTo(vietNam);
        Placed leave = kenya.changes(dossier, new Membership.Leave());
        kenya.speaksTo(singapore);
        Placed word = singapore.writes(dossier, vietNam);
        Placed newcomer = singapore.changes(dossier, new Membership.Add(ghana.card(), false));
        singapore.changes(dossier, new Membership.Remove(kenya.id(), leave.sequence()));

        singapore.speaksTo(kenya);
        kenya.speaksTo(singapore);

        assertThat(kenya.holds(word)).isFalse();
        assertThat(kenya.holds(newcomer)).isFalse();
        assertThat(kenya.reported()).isEmpty();
    }

    @Test
    void whoWasBroughtInAgainIsToldOfItsSecondRemoval() {
        singapore.peersWith(kenya);
        DossierId dossier = singapore.opens(vietNam, kenya).dossier();
        singapore.speaksTo(kenya);
        kenya.changes(dossier, new Membership.Leave());
        kenya.speaksTo(singapore);
        Placed again = singapore.changes(dossier, new Membership.Add(kenya.card(), false));
        Placed removal = singapore.changes(dossier, new Membership.Remove(kenya.id(), 1));

        singapore.speaksTo(kenya);

        assertThat(kenya.holds(again)).isTrue();
        assertThat(kenya.holds(removal)).isTrue();
    }

    /// The steward brings Kenya in under a number that it uses twice; the opener puts out first the steward, then whom no
    /// list of members shows.
    @Test
    void whoWasNeverAMemberIsToldNothing() {
        for (ANode other : new ANode[] {nigeria, itsTwin, kenya, vietNam}) {
            singapore.peersWith(other);
        }
        DossierId dossier = singapore.opens(vietNam).dossier();
        singapore.changes(dossier, new Membership.Add(nigeria.card(), true));
        singapore.speaksTo(nigeria);
        singapore.speaksTo(vietNam);
        singapore.knowsNothingOf(nigeria, dossier);
        singapore.speaksTo(itsTwin);
        itsTwin.changes(dossier, new Membership.Unchanged());
        itsTwin.speaksTo(singapore);
        Placed addition = nigeria.changes(dossier, new Membership.Add(kenya.card(), false));
        nigeria.speaksTo(singapore);
        singapore.changes(dossier, new Membership.Remove(nigeria.id(), 1));
        Placed newcomer = singapore.changes(dossier, new Membership.Add(ghana.card(), false));
        singapore.changes(dossier, new Membership.Remove(kenya.id(), 0));

        singapore.speaksTo(kenya);
        kenya.speaksTo(singapore);

        assertThat(singapore.holds(addition)).isTrue();
        assertThat(kenya.holds(addition)).isFalse();
        assertThat(kenya.holds(newcomer)).isFalse();
    }
}
