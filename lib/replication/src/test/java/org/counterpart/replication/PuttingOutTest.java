package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;

class PuttingOutTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");

    /// One steward with two stores: it shows to each peer another history.
    private final ANode steward = new ANode("NG");

    private final ANode itsTwin = new ANode("NG");

    /// Found by the simulation (seed 6341): the number of one removal was taken for that of the other.
    @Test
    void tellsOfARemovalUnderANumberThatTheOtherHoldsOfASecondHistory() {
        singapore.peersWith(steward);
        singapore.peersWith(vietNam);
        vietNam.peersWith(itsTwin);
        DossierId dossier = steward.opens(singapore, vietNam).dossier();
        steward.speaksTo(singapore);
        singapore.speaksTo(vietNam);
        vietNam.speaksTo(itsTwin);
        Placed shownToVietNam = itsTwin.changes(dossier, new Membership.Remove(vietNam.id(), 0));
        itsTwin.speaksTo(vietNam);
        Placed shownToSingapore = steward.changes(dossier, new Membership.Remove(vietNam.id(), 0));
        steward.speaksTo(singapore);

        vietNam.speaksTo(singapore);
        singapore.speaksTo(vietNam);

        assertThat(shownToSingapore.id()).isNotEqualTo(shownToVietNam.id());
        assertThat(shownToSingapore.sequence()).isEqualTo(shownToVietNam.sequence());
        assertThat(vietNam.holds(shownToVietNam)).isTrue();
        assertThat(vietNam.holds(shownToSingapore)).isTrue();
    }
}
