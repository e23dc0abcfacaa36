package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedCard;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Singapore's entry waits for Viet Nam, which meanwhile shows a newer card.
class SealingAgainTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");
    private final DossierId dossier;
    private final Placed entry;

    SealingAgainTest() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        dossier = singapore.opens(vietNam, nigeria).dossier();
        singapore.speaksTo(vietNam);
        entry = singapore.writes(dossier, vietNam, nigeria);
    }

    private Store.Shelf.Item item(ANode at, Placed of, ANode to, ANode maker) {
        return at.store().shelf().find(of.id(), to.id(), maker.id()).orElseThrow();
    }

    private Store.Shelf.Item item() {
        return item(singapore, entry, vietNam, singapore);
    }

    private Parcel parcel() {
        return singapore.store().shelf().parcel(item());
    }

    /// What Viet Nam says of it, without an answer that would bring the parcel.
    private void shows(SignedCard card) {
        vietNam.changes(dossier, new Membership.Renew(card));
        singapore.answerTo(vietNam.exchanging().ask(singapore.id()));
    }

    @Test
    void sealsToTheNewerKeyWhatWaits() {
        Parcel stale = parcel();
        SignedCard newer = vietNam.renewedCard();

        shows(newer);

        assertThat(parcel().wrap().keyId()).isEqualTo(newer.card().sealing().id());
        assertThat(parcel().ciphertext()).isEqualTo(stale.ciphertext());
        assertThat(parcel().wrap().under()).isEqualTo(stale.wrap().under());
        assertThat(item().broughtBy()).isEqualTo(singapore.id());
    }

    @Test
    void bringsTheFreshParcelToCarriersOfTheStaleOne() {
        singapore.store().shelf().carries(item(), nigeria.id());

        shows(vietNam.renewedCard());

        assertThat(singapore.store().shelf().carriers(item())).isEmpty();
    }

    @Test
    void leavesWhatIsSealedToTheSameKey() {
        Parcel before = parcel();

        shows(vietNam.renewedCard(vietNam.card().card().sealing()));

        assertThat(parcel()).isEqualTo(before);
    }

    @Test
    void leavesWhatWaitsForOthers() {
        Parcel forNigeria =
                singapore.store().shelf().parcel(item(singapore, entry, nigeria, singapore));

        shows(vietNam.renewedCard());

        assertThat(singapore.store().shelf().parcel(item(singapore, entry, nigeria, singapore)))
                .isEqualTo(forNigeria);
    }

    /// Each dossier has its own word of who has which card.
    @Test
    void leavesWhatWaitsInAnotherDossier() {
        Placed elsewhere = singapore.opens(vietNam);
        String before = vietNam.card().card().sealing().id();

        shows(vietNam.renewedCard());

        assertThat(
                        singapore
                                .store()
                                .shelf()
                                .parcel(item(singapore, elsewhere, vietNam, singapore))
                                .wrap()
                                .keyId())
                .isEqualTo(before);
    }

    @Test
    void cannotSealAnewWhatWasErased() {
        Parcel stale = parcel();
        singapore.store().contents().erase(entry.id());

        shows(vietNam.renewedCard());

        assertThat(parcel()).isEqualTo(stale);
    }

    @Test
    void leavesWhatAnotherHasSealed() {
        Parcel stale = parcel();
        singapore.speaksTo(nigeria);
        nigeria.store().shelf().put(stale, singapore.id());
        vietNam.peersWith(nigeria);
        vietNam.changes(dossier, new Membership.Renew(vietNam.renewedCard()));

        nigeria.answerTo(vietNam.exchanging().ask(nigeria.id()));

        assertThat(nigeria.store().shelf().parcel(item(nigeria, entry, vietNam, singapore)))
                .isEqualTo(stale);
    }

    /// Found by the simulation (seed 14798): to say of it that it is carried would end the bringing of it.
    @Test
    void aCarrierDoesNotSayThatItCarriesWhatItDidNotPutInPlaceOfTheStaleOne() {
        Parcel stale = parcel();
        singapore.speaksTo(nigeria);
        nigeria.store().shelf().put(stale, singapore.id());
        shows(vietNam.renewedCard());
        Parcel fresh = parcel();

        Batch early = nigeria.answerTo(bringing(fresh));
        singapore.speaksTo(nigeria);
        nigeria.answerTo(bringing(fresh));

        assertThat(early.kept()).isEmpty();
        assertThat(early.declined())
                .extracting(Declined::code)
                .containsExactly(BatchRefusal.COME_LATER.code());
        assertThat(nigeria.store().shelf().parcel(item(nigeria, entry, vietNam, singapore)))
                .isEqualTo(fresh);
    }

    private Batch bringing(Parcel parcel) {
        return new Batch(
                singapore.id(),
                nigeria.id(),
                List.of(),
                List.of(),
                List.of(),
                List.of(parcel),
                List.of(),
                List.of(),
                List.of());
    }

    /// Found by the simulation (seed 99378): the addition itself was sealed to the card that it took the place of.
    @Test
    void whoIsAddedAgainWithANewerCardReadsOfItByThatOne() {
        SignedCard newer = vietNam.renewedCard();

        Placed addition =
                singapore.changes(dossier, new Membership.Add(newer, false), vietNam, nigeria);

        assertThat(item(singapore, addition, vietNam, singapore).key())
                .isEqualTo(newer.card().sealing().id());
    }

    @Test
    void whoIsAddedAgainWithANewerCardIsSealedToThatOne() {
        SignedCard newer = vietNam.renewedCard();

        singapore.changes(dossier, new Membership.Add(newer, false));

        assertThat(parcel().wrap().keyId()).isEqualTo(newer.card().sealing().id());
    }
}
