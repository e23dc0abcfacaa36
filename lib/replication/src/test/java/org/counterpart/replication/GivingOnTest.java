package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Wrap;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /// Found by the simulation (seed 53095): a carrier refused, for good, what it was to carry, again and again.
    @Test
    void comesToAnEndWithACarrierThatRefusesWhatItIsToCarry() {
        singapore.peersWith(vietNam);
        DossierId dossier = singapore.opens(vietNam, nigeria).dossier();
        Placed question = singapore.writes(dossier, vietNam);
        singapore.speaksTo(vietNam);
        singapore.changes(dossier, new Membership.Remove(vietNam.id(), 0));
        gives(vietNam, question, nigeria);
        singapore.changes(dossier, new Membership.Add(vietNam.card(), false));

        singapore.asks(vietNam);

        assertThat(singapore.reported()).contains(ParcelRefusal.MAKER_NOT_ALLOWED.code());
    }

    /// Found by the simulation (seed 30970): three that could not be opened any more came first in every batch.
    @Test
    void keepsNoParcelFromItsTurnByOneThatIsNotTaken() {
        var small = new ANode("TH", new Limits(1 << 20, 1, 10, 10));
        singapore.peersWith(small);
        small.peersWith(vietNam);
        DossierId dossier = singapore.opens(small, vietNam).dossier();
        List<Placed> entries =
                Stream.of(1, 2)
                        .map(_ -> singapore.writes(dossier, vietNam))
                        .sorted(Comparator.comparing(Placed::id))
                        .toList();
        singapore.speaksTo(small);
        Store.Shelf shelf = small.store().shelf();
        Store.Shelf.Item first =
                shelf.addressedTo(vietNam.id(), entries.getFirst().id()).getFirst();
        shelf.put(forAKeyThatIsGone(shelf.parcel(first)), singapore.id());

        for (int turn = 0; turn < 64; turn++) {
            small.asks(vietNam);
        }

        assertThat(vietNam.canRead(entries.getFirst())).isFalse();
        assertThat(vietNam.canRead(entries.getLast())).isTrue();
    }

    private static Parcel forAKeyThatIsGone(Parcel parcel) {
        Wrap wrap = parcel.wrap();
        return new Parcel(
                parcel.entry(),
                parcel.ciphertext(),
                new Wrap(
                        wrap.recipient(),
                        "gone",
                        wrap.wrapped(),
                        wrap.maker(),
                        wrap.under(),
                        wrap.signature()));
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
