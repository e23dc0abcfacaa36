package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Wrap;
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
