package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.Membership;
import org.junit.jupiter.api.Test;

import java.util.Random;

class BatchTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");

    /// With heads, envelopes and parcels.
    private Batch full() {
        singapore.peersWith(vietNam);
        DossierId dossier = singapore.opens(vietNam).dossier();
        singapore.writes(dossier, vietNam);
        return singapore.exchanging().ask(vietNam.id());
    }

    @Test
    void readsBackWhatWasWritten() {
        Batch batch = full();

        assertThat(batch.parcels()).hasSize(2);
        assertThat(Batch.read(batch.bytes())).isEqualTo(batch);
        Batch answer = vietNam.answerTo(batch);
        assertThat(answer.receipts()).hasSize(2);
        assertThat(Batch.read(answer.bytes())).isEqualTo(answer);
    }

    @Test
    void refusesAnotherVersionAndAnUnknownMember() {
        String json = new String(Batch.empty(singapore.id(), vietNam.id()).bytes(), UTF_8);

        assertThatThrownBy(() -> read(json.replace("\"version\":1", "\"version\":2")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read(json.replace("\"version\":1", "\"version\":1,\"x\":1")))
                .isInstanceOf(Malformed.class);
    }

    private static Batch read(String json) {
        return Batch.read(json.getBytes(UTF_8));
    }

    @Test
    void meetsAlteredBytesWithARefusalAndNothingElse() {
        byte[] bytes = full().bytes();
        var random = new Random(20261124);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] altered = bytes.clone();
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Batch understood = Batch.read(altered);
                vietNam.answerTo(understood);
            } catch (Malformed e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void saysNothingMoreThanItsLimitsAndTheRestLater() {
        singapore.peersWith(vietNam);
        DossierId dossier = singapore.opens(vietNam).dossier();
        for (int i = 0; i < 150; i++) {
            singapore.writes(dossier, vietNam);
        }

        Batch first = singapore.exchanging().ask(vietNam.id());
        singapore.speaksTo(vietNam);

        assertThat(first.envelopes()).hasSize(Limits.STANDARD.batchItems());
        assertThat(first.bytes().length).isLessThanOrEqualTo(Limits.STANDARD.batchBytes());
        assertThat(vietNam.store().contents().sights()).hasSize(151);
        assertThat(singapore.store().shelf().addressedTo(vietNam.id())).isEmpty();
    }

    @Test
    void writesNothingWhoseAudienceOrPastIsWrong() {
        singapore.peersWith(vietNam);
        var nigeria = new ANode("NG");
        DossierId dossier = singapore.opens(vietNam).dossier();
        var none = new Membership.Unchanged();

        assertThat(singapore.tries(dossier, none, singapore.content("information", nigeria)))
                .isEqualTo(new Appended.Refused(AppendRefusal.AUDIENCE_NOT_A_MEMBER.code()));
        assertThat(singapore.tries(dossier, none, vietNam.content("information")))
                .isEqualTo(new Appended.Refused(AppendRefusal.AUTHOR_NOT_IN_AUDIENCE.code()));
        assertThat(nigeria.tries(dossier, none, nigeria.content("information")))
                .isEqualTo(new Appended.Refused(AppendRefusal.DOSSIER_UNKNOWN.code()));
    }
}
