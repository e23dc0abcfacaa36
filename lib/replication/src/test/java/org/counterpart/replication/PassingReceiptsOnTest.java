package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;

class PassingReceiptsOnTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");
    private final ANode indonesia = new ANode("ID");

    /// Found by the simulation (seed 9133): what was given on to who stands outside the audience is receipted too.
    @Test
    void tellsTheAudienceOfAReceiptThatCameBeforeTheContent() {
        vietNam.peersWith(singapore);
        vietNam.peersWith(nigeria);
        vietNam.peersWith(indonesia);
        DossierId dossier = singapore.opens(vietNam, nigeria, indonesia).dossier();
        Placed secret = singapore.writes(dossier, indonesia);
        gives(secret, nigeria);
        singapore.speaksTo(vietNam);
        vietNam.speaksTo(nigeria);
        gives(secret, vietNam);
        singapore.speaksTo(vietNam);

        vietNam.speaksTo(indonesia);

        assertThat(vietNam.canRead(secret)).isTrue();
        assertThat(indonesia.canRead(secret)).isTrue();
        assertThat(indonesia.hasReceipt(secret.id(), nigeria)).isTrue();
    }

    /// Found by the simulation (seed 3267): a clock that broke on the way stood for ever, for equal heads end the talk.
    @Test
    void tellsAPeerWithOurHeadsAlsoWhenItsClockSaysThatItHoldsLess() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        Placed opening = singapore.opens(vietNam, nigeria);
        singapore.speaksTo(vietNam);
        singapore.answerTo(withoutItsClock(vietNam, opening.dossier()));
        singapore.speaksTo(nigeria);

        singapore.speaksTo(vietNam);

        assertThat(vietNam.hasReceipt(opening.id(), nigeria)).isTrue();
    }

    private Batch withoutItsClock(ANode from, DossierId dossier) {
        SortedSet<EntryId> all = from.store().envelopes().heads(dossier);
        var heads = new Heads(dossier, all, Heads.digest(all), Clock.NOTHING);
        return new Batch(
                from.id(),
                singapore.id(),
                List.of(heads),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void gives(Placed entry, ANode to) {
        var forward = new Act.Forward(Set.of(entry.id()), singapore.content("to", to).audience());
        ANode.done(
                singapore.tries(
                        entry.dossier(),
                        new Membership.Unchanged(),
                        singapore.content(forward.type(), forward.payload(), to)));
    }
}
