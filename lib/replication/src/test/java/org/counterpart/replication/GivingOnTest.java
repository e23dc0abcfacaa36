package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;

import java.util.Set;

class GivingOnTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");

    /// Found by the simulation (seed 23473): the reader erased the forward, and what it was to read by its own right with
    /// it.
    @Test
    void leavesOnItsWayWhatItsAuthorForwardsToItsOwnAudience() {
        singapore.peersWith(vietNam);
        DossierId dossier = singapore.opens(vietNam).dossier();
        Placed question = singapore.writes(dossier, vietNam);
        Placed forward = gives(singapore, question, vietNam);
        singapore.speaksTo(vietNam, parcel -> parcel.entry().equals(forward.id()));
        vietNam.erases(forward);

        singapore.speaksTo(vietNam);

        assertThat(vietNam.canRead(question)).isTrue();
        assertThat(singapore.store().shelf().items()).isEmpty();
    }

    /// Found beside it: the parcel came at every turn and was passed over without a word.
    @Test
    void endsAGiftWhoseForwardItsReaderHasErased() {
        singapore.peersWith(vietNam);
        vietNam.peersWith(nigeria);
        DossierId dossier = singapore.opens(vietNam, nigeria).dossier();
        Placed secret = singapore.writes(dossier, vietNam);
        singapore.speaksTo(vietNam);
        Placed forward = gives(vietNam, secret, nigeria);
        vietNam.speaksTo(nigeria, parcel -> !parcel.entry().equals(secret.id()));
        nigeria.erases(forward);

        vietNam.speaksTo(nigeria);

        assertThat(nigeria.canRead(secret)).isFalse();
        assertThat(vietNam.store().shelf().addressedTo(nigeria.id())).isEmpty();
    }

    private Placed gives(ANode from, Placed entry, ANode to) {
        var forward = new Act.Forward(Set.of(entry.id()), from.content("to", to).audience());
        return ANode.done(
                from.tries(
                        entry.dossier(),
                        new Membership.Unchanged(),
                        from.content(forward.type(), forward.payload(), to, singapore)));
    }
}
