package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.VoidReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Singapore wrote to Viet Nam, and Nigeria belongs to the dossier too.
class TakingRefusalsTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");
    private final DossierId dossier;
    private final Placed entry;

    TakingRefusalsTest() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        dossier = singapore.opens(vietNam, nigeria).dossier();
        entry = singapore.writes(dossier, vietNam);
    }

    static Stream<String> forGood() {
        return Stream.concat(
                Arrays.stream(VoidReason.values())
                        .filter(reason -> !TakingRefusals.isLifted(reason))
                        .map(VoidReason::code),
                Stream.of(
                        ParcelRefusal.MAKER_NOT_ALLOWED.code(),
                        ParcelRefusal.DOES_NOT_OPEN.code()));
    }

    static Stream<String> forNow() {
        List<String> forGood = forGood().toList();
        return Stream.of(
                        Arrays.stream(ParcelRefusal.values()).map(ParcelRefusal::code),
                        Arrays.stream(BatchRefusal.values()).map(BatchRefusal::code),
                        Arrays.stream(EnvelopeRefusal.values()).map(EnvelopeRefusal::code),
                        Arrays.stream(VoidReason.values()).map(VoidReason::code),
                        Stream.of("NEVER_HEARD"))
                .flatMap(codes -> codes)
                .filter(code -> !forGood.contains(code));
    }

    private Declined.OfParcel parcel(String code) {
        return new Declined.OfParcel(entry.id(), vietNam.id(), singapore.id(), code);
    }

    private Turn hears(ANode from, Declined declined) {
        Turn turn = singapore.turn(from);
        new TakingRefusals(turn).take(declined);
        return turn;
    }

    private boolean waits() {
        return singapore.store().shelf().find(entry.id(), vietNam.id(), singapore.id()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("forGood")
    void theAddresseeEndsAParcelOnAGroundThatStandsForGood(String code) {
        hears(vietNam, parcel(code));

        assertThat(waits()).isFalse();
        assertThat(singapore.reported()).containsExactly("DECLINED_" + code);
        assertThat(TakingRefusals.standsForGood(parcel(code), vietNam.id())).isTrue();
        assertThat(TakingRefusals.standsForGood(parcel(code), nigeria.id())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("forNow")
    void onAnyOtherGroundTheParcelComesAgain(String code) {
        hears(vietNam, parcel(code));

        assertThat(waits()).isTrue();
        assertThat(TakingRefusals.standsForGood(parcel(code), vietNam.id())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("forGood")
    void aCarrierEndsNothing(String code) {
        hears(nigeria, parcel(code));

        assertThat(waits()).isTrue();
    }

    @Test
    void theParcelOfAnotherMakerIsNotMeant() {
        hears(
                vietNam,
                new Declined.OfParcel(
                        entry.id(),
                        vietNam.id(),
                        nigeria.id(),
                        ParcelRefusal.DOES_NOT_OPEN.code()));

        assertThat(waits()).isTrue();
    }

    @Test
    void doesNotWriteAPeersOwnWordsIntoTheLedger() {
        hears(vietNam, parcel("SOMETHING_ELSE"));

        assertThat(singapore.reported()).containsExactly("DECLINED_OTHERWISE");
    }

    @Test
    void passesOverWhatIsSaidOfAnEntryThatItDoesNotHold() {
        Placed elsewhere = vietNam.opens();

        hears(
                vietNam,
                new Declined.OfEnvelope(elsewhere.id(), BatchRefusal.SENDER_NOT_A_MEMBER.code()));

        assertThat(singapore.reported()).isEmpty();
    }

    @Test
    void aRefusedReceiptIsReportedAndComesAgain() {
        hears(
                vietNam,
                new Declined.OfReceipt(
                        entry.id(), nigeria.id(), BatchRefusal.RECEIPT_NOT_GENUINE.code()));

        assertThat(singapore.reported())
                .containsExactly("DECLINED_" + BatchRefusal.RECEIPT_NOT_GENUINE.code());
        assertThat(waits()).isTrue();
    }

    @Test
    void fallsSilentAboutADossierToWhoDoesNotCountUsAsAMember() {
        Turn turn =
                hears(
                        vietNam,
                        new Declined.OfEnvelope(
                                entry.id(), BatchRefusal.SENDER_NOT_A_MEMBER.code()));

        assertThat(turn.answer().silent).containsExactly(dossier);
        assertThat(singapore.store().peers().unsettled(vietNam.id(), 9)).isEmpty();
        assertThat(singapore.store().peers().unsettled(nigeria.id(), 9)).containsExactly(dossier);
    }

    @Test
    void staysUnsettledWithWhoDeclinesAnEnvelopeOtherwise() {
        Turn turn =
                hears(
                        vietNam,
                        new Declined.OfEnvelope(
                                entry.id(), EnvelopeRefusal.SEQUENCE_BROKEN.code()));

        assertThat(turn.answer().silent).isEmpty();
        assertThat(singapore.store().peers().unsettled(vietNam.id(), 9)).containsExactly(dossier);
    }

    static Stream<String> forGoodToWhoIsOut() {
        return Stream.of(
                ParcelRefusal.SEALED_TO_AN_OLD_KEY.code(),
                BatchRefusal.RECIPIENT_NOT_A_MEMBER.code());
    }

    /// It hears of no newer card and of no later removal.
    @ParameterizedTest
    @MethodSource("forGoodToWhoIsOut")
    void whoWasPutOutTakesAnOldKeyAndALaterRemovalForGood(String code) {
        singapore.changes(dossier, new Membership.Leave());

        hears(vietNam, parcel(code));

        assertThat(waits()).isFalse();
    }
}
