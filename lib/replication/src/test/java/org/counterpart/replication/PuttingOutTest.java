package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;

import java.util.List;

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

    /// Found by the simulation (seed 2233): the newcomer declined what came without its own addition, again and again.
    @Test
    void tellsANewcomerFirstOfItsAdditionAlsoAfterHavingBeenPutOut() {
        var newcomer = new ANode("ID");
        singapore.peersWith(vietNam);
        vietNam.peersWith(newcomer);
        DossierId dossier = singapore.opens(vietNam).dossier();
        Placed addition = singapore.changes(dossier, new Membership.Add(newcomer.card(), false));
        Placed removal = singapore.changes(dossier, new Membership.Remove(vietNam.id(), 0));
        singapore.speaksTo(vietNam);

        vietNam.speaksTo(newcomer);

        assertThat(newcomer.holds(addition)).isTrue();
        assertThat(newcomer.holds(removal)).isTrue();
        assertThat(newcomer.reported()).isEmpty();
    }

    /// Found by the simulation (seed 2233): what the newcomer cannot take yet filled every batch.
    @Test
    void keepsNoDossierFromItsTurnByOneThatThePeerDoesNotTake() {
        var small = new Limits(1 << 20, 1, 10, 10);
        var left = new ANode("TH", small);
        var newcomer = new ANode("ID");
        singapore.peersWith(left);
        left.peersWith(newcomer);
        DossierId dossier = singapore.opens(left).dossier();
        singapore.speaksTo(left);
        left.changes(dossier, new Membership.Leave());
        singapore.changes(dossier, new Membership.Add(newcomer.card(), false));
        singapore.answerTo(left.answerTo(singapore.exchanging().ask(left.id())));
        Placed other = opensAfter(dossier, left, newcomer);

        for (int ask = 0; ask < 50; ask++) {
            newcomer.answerTo(left.exchanging().ask(newcomer.id()));
        }

        assertThat(newcomer.holds(other)).isTrue();
    }

    /// Found by the simulation (seed 13277): the newcomer asked at every turn for what its inviter may not show any more.
    @Test
    void comesToAnEndWithANewcomerThatIsToldNoFurther() {
        var newcomer = new ANode("ID");
        singapore.peersWith(newcomer);
        singapore.peersWith(steward);
        singapore.peersWith(itsTwin);
        DossierId dossier = singapore.opens(vietNam).dossier();
        singapore.changes(dossier, new Membership.Add(steward.card(), true));
        singapore.speaksTo(steward);
        singapore.knowsNothingOf(steward, dossier);
        singapore.speaksTo(itsTwin);
        Placed addition = singapore.changes(dossier, new Membership.Add(newcomer.card(), false));
        singapore.speaksOneEnvelopeTo(newcomer);
        steward.changes(dossier, new Membership.Remove(singapore.id(), 2));
        itsTwin.changes(dossier, new Membership.Remove(singapore.id(), 2), singapore);
        steward.speaksTo(singapore);
        itsTwin.speaksTo(singapore);

        singapore.asks(newcomer);

        assertThat(newcomer.holds(addition)).isFalse();
    }

    /// A dossier whose turn would come later by its id.
    private static Placed opensAfter(DossierId dossier, ANode opener, ANode with) {
        Placed opening = opener.opens(with);
        while (opening.dossier().compareTo(dossier) < 0) {
            opening = opener.opens(with);
        }
        return opening;
    }

    /// Kenya was put out before Nigeria came in, and may not learn that from Nigeria.
    @Test
    void tellsNobodyThatWasPutOutWhoCameInSince() {
        var kenya = new ANode("KE");
        singapore.peersWith(vietNam);
        vietNam.peersWith(kenya);
        DossierId dossier = singapore.opens(kenya).dossier();
        singapore.changes(dossier, new Membership.Remove(kenya.id(), 0));
        singapore.changes(dossier, new Membership.Add(vietNam.card(), false));
        singapore.speaksTo(vietNam);

        assertThat(vietNam.exchanging().ask(kenya.id()).isEmpty()).isTrue();
    }

    /// The opener's word stands: what a steward does that it had put out meanwhile counts for nothing, once that is known.
    @Test
    void servesAgainWhomOnlyAStewardPutOutThatTheOpenerHadPutOut() {
        var kenya = new ANode("KE");
        singapore.peersWith(vietNam);
        singapore.peersWith(kenya);
        kenya.peersWith(vietNam);
        DossierId dossier = singapore.opens(vietNam).dossier();
        singapore.changes(dossier, new Membership.Add(kenya.card(), true));
        singapore.speaksTo(kenya);
        singapore.speaksTo(vietNam);
        Placed dismissal = singapore.changes(dossier, new Membership.Remove(kenya.id(), 0));
        Placed removal = kenya.changes(dossier, new Membership.Remove(vietNam.id(), 0));
        kenya.speaksTo(vietNam);
        assertThat(vietNam.holds(removal)).isTrue();
        Placed note = singapore.writes(dossier, vietNam);

        singapore.speaksTo(vietNam);
        vietNam.speaksTo(singapore);
        Placed answer = vietNam.writes(dossier, singapore);
        vietNam.speaksTo(singapore);

        assertThat(vietNam.holds(dismissal)).isTrue();
        assertThat(vietNam.canRead(note)).isTrue();
        assertThat(singapore.holds(removal)).isTrue();
        assertThat(singapore.canRead(answer)).isTrue();
    }

    private final ANode peru = new ANode("PE");
    private final ANode kenya = new ANode("KE");
    private DossierId shared = new DossierId("aaaaaaaaaaaaaaaaaaaaaaaaaa");

    /// Viet Nam and Peru are peers, and of both Singapore; the steward Kenya has not heard that Singapore put it out.
    private Placed saysSomethingToPeru() {
        for (ANode node : List.of(vietNam, kenya, peru)) {
            singapore.peersWith(node);
        }
        kenya.peersWith(peru);
        kenya.peersWith(vietNam);
        vietNam.peersWith(peru);
        shared = singapore.opens(vietNam, peru).dossier();
        singapore.changes(shared, new Membership.Add(kenya.card(), true));
        for (ANode node : List.of(vietNam, kenya, peru)) {
            singapore.speaksTo(node);
        }
        return vietNam.writes(shared, peru);
    }

    private void everybodySpeaks() {
        for (int round = 0; round < 3; round++) {
            singapore.speaksTo(peru);
            singapore.speaksTo(vietNam);
            vietNam.speaksTo(peru);
            peru.speaksTo(vietNam);
        }
    }

    @Test
    void bringsAgainWhatAReaderHeldToBeVoidUntilItHeardTheOpenersWord() {
        Placed word = saysSomethingToPeru();
        vietNam.speaksTo(peru, _ -> false);
        singapore.changes(shared, new Membership.Remove(kenya.id(), 0));
        kenya.changes(shared, new Membership.Remove(vietNam.id(), 0));
        kenya.speaksTo(peru);
        vietNam.speaksTo(peru);
        assertThat(peru.canRead(word)).isFalse();

        everybodySpeaks();

        assertThat(peru.canRead(word)).isTrue();
    }

    @Test
    void keepsWhatItOwesToWhomItHeldToBeOutUntilItHeardTheOpenersWord() {
        Placed word = saysSomethingToPeru();
        singapore.changes(shared, new Membership.Remove(kenya.id(), 0));
        kenya.changes(shared, new Membership.Remove(peru.id(), 0));
        kenya.speaksTo(vietNam);
        vietNam.asks(peru);
        assertThat(peru.canRead(word)).isFalse();

        everybodySpeaks();

        assertThat(peru.canRead(word)).isTrue();
    }
}
