package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Wrap;
import org.counterpart.dossier.Written;
import org.junit.jupiter.api.Test;

import java.util.List;

class TakingParcelsTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");

    @Test
    void refusesAndReportsWhatItsMakerDidNotSign() {
        singapore.peersWith(vietNam);
        Placed opening = singapore.opens(vietNam);
        Batch said = singapore.exchanging().ask(vietNam.id());

        Batch answer = vietNam.answerTo(with(said, altered(said.parcels().getFirst())));

        assertThat(vietNam.canRead(opening)).isFalse();
        assertThat(vietNam.reported()).containsExactly(ParcelRefusal.WRAP_NOT_GENUINE.code());
        assertThat(answer.receipts()).isEmpty();
        assertThat(answer.declined())
                .extracting(Declined::code)
                .containsExactly(ParcelRefusal.WRAP_NOT_GENUINE.code());
    }

    /// Each reader writes an entry for each: a member could have all of them write without end.
    @Test
    void tellsTheMembersOfWhatIsSealedWronglyUntilTheyKnowItsAuthor() {
        singapore.peersWith(vietNam);
        DossierId dossier = singapore.opens(vietNam).dossier();
        singapore.speaksTo(vietNam);
        Content notForItself =
                vietNam.content(
                        "information",
                        Json.object().with("text", "(constructed)"),
                        Audience.ofNodes(List.of(singapore.id())));
        for (int number = 0; number < 40; number++) {
            Written written = vietNam.forces(dossier, notForItself, singapore);
            vietNam.brings(singapore, written);
            singapore.shows(vietNam, List.of(written.signed()));
        }

        assertThat(foundVoid(dossier)).isEqualTo(32);
        assertThat(singapore.store().contents().markedVoid(dossier, vietNam.id(), 100))
                .isEqualTo(40);
        assertThat(singapore.reported()).hasSize(40).containsOnly(VoidReason.WRONG_AUDIENCE.code());
    }

    private long foundVoid(DossierId dossier) {
        return singapore.store().envelopes().entries(dossier).stream()
                .map(entry -> singapore.store().contents().sight(entry.id()))
                .filter(
                        sight ->
                                sight instanceof Sight.Read(var content)
                                        && content.type().equals("found-void"))
                .count();
    }

    private static Parcel altered(Parcel parcel) {
        Wrap wrap = parcel.wrap();
        var altered =
                new Wrap(
                        wrap.recipient(),
                        wrap.keyId(),
                        wrap.wrapped(),
                        wrap.maker(),
                        wrap.under(),
                        Fields.encoded(new byte[64]));
        return new Parcel(parcel.entry(), parcel.ciphertext(), altered);
    }

    private static Batch with(Batch said, Parcel parcel) {
        return new Batch(
                said.from(),
                said.to(),
                said.heads(),
                said.wants(),
                said.envelopes(),
                List.of(parcel),
                said.receipts(),
                said.kept(),
                said.declined());
    }
}
