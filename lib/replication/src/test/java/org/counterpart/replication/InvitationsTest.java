package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Envelope;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedEnvelope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Singapore and Viet Nam bring Kenya into a dossier; Nigeria, a peer of Kenya's, is no member of it and knows its id.
class InvitationsTest {
    private static final int NOTES = 30;
    private static final EntryId NOWHERE = new EntryId("a".repeat(64));

    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");
    private final ANode kenya = new ANode("KE");
    private DossierId dossier;
    private Placed addition;

    /// Opening and notes, parents first.
    private List<Placed> past = List.of();

    @BeforeEach
    void isAboutToBeInvited() {
        singapore.peersWith(vietNam);
        for (ANode node : List.of(singapore, vietNam, nigeria)) {
            node.peersWith(kenya);
        }
        dossier = singapore.opens(vietNam).dossier();
        for (int i = 0; i < NOTES; i++) {
            singapore.writes(dossier);
        }
        past = singapore.store().envelopes().entries(dossier);
        addition = singapore.changes(dossier, new Membership.Add(kenya.card(), false));
        singapore.speaksTo(vietNam);
    }

    private Batch shows(ANode node, SignedEnvelope invitation, int from, int to) {
        var shown = new ArrayList<>(List.of(invitation));
        past.subList(from, to).forEach(entry -> shown.add(entry.signed()));
        return node.shows(kenya, shown);
    }

    private Batch invites(ANode node, int from, int to) {
        return shows(node, addition.signed(), from, to);
    }

    /// An addition of Kenya in the name of this author, under a signature that is somebody else's.
    private SignedEnvelope madeUp(ANode author, EntryId... parents) {
        Envelope model = addition.envelope();
        var envelope =
                new Envelope(
                        model.suite(),
                        dossier,
                        author.id(),
                        addition.sequence() + 1,
                        List.copyOf(new TreeSet<>(List.of(parents))),
                        model.commitment(),
                        model.size(),
                        model.membership());
        return SignedEnvelope.read(
                Json.object()
                        .with("envelope", envelope.json())
                        .with("signature", Fields.encoded(new byte[64])));
    }

    private Clock held() {
        return kenya.store().envelopes().clock(dossier);
    }

    private long countedFor(ANode peer) {
        return kenya.store().envelopes().onPromise(peer.id());
    }

    private boolean isInvitedBy(ANode peer) {
        return kenya.store().envelopes().invitation(dossier, peer.id()).isPresent();
    }

    private static Want asked(Batch answer) {
        assertThat(answer.wants()).hasSize(1);
        return answer.wants().getFirst();
    }

    @Test
    void goesOnWithTheInviterWhateverAnotherPeerMakesUp() {
        for (int step = 0; step < NOTES; step += 5) {
            Want asked = asked(invites(singapore, step, step + 5));
            Batch answer = shows(nigeria, madeUp(nigeria, NOWHERE), 0, 0);

            assertThat(asked.clock()).isEqualTo(held());
            assertThat(held().weight()).isEqualTo(step + 5);
            assertThat(asked.entries()).contains(addition.id());
            assertThat(asked(answer).clock()).isEqualTo(Clock.NOTHING);
        }
        singapore.speaksTo(kenya);

        assertThat(kenya.holds(addition)).isTrue();
        assertThat(kenya.store().envelopes().invitations(dossier)).isEmpty();
        assertThat(kenya.reported()).isEmpty();
    }

    /// Whether it holds what a stranger names, too.
    @Test
    void tellsAStrangerNothingOfHowFarItHasCome() {
        invites(singapore, 0, 10);
        EntryId here = past.get(3).id();
        SignedEnvelope madeUp = madeUp(nigeria, here, NOWHERE);

        Want asked = asked(shows(nigeria, madeUp, 0, 0));

        assertThat(asked)
                .isEqualTo(new Want(dossier, ids(madeUp.id(), here, NOWHERE), asked.clock()));
        assertThat(asked.clock()).isEqualTo(Clock.NOTHING);
    }

    @Test
    void tellsAStrangerNothingOfWhatItCitesAlone() {
        invites(singapore, 0, 10);
        SignedEnvelope onWhatIsHeld = madeUp(nigeria, past.get(3).id());
        SignedEnvelope onWhatIsNot = madeUp(nigeria, past.get(15).id());

        assertThat(asked(shows(nigeria, onWhatIsHeld, 0, 0)))
                .isEqualTo(
                        new Want(dossier, ids(onWhatIsHeld.id(), past.get(3).id()), Clock.NOTHING));
        assertThat(asked(shows(nigeria, onWhatIsNot, 0, 0)))
                .isEqualTo(
                        new Want(dossier, ids(onWhatIsNot.id(), past.get(15).id()), Clock.NOTHING));
    }

    /// A node that was put out, or took one envelope from somewhere, learns neither that it lies here nor who wrote before it.
    @Test
    void tellsWhoShowsALateEntryNothingOfWhatCameBeforeIt() {
        invites(singapore, 0, 10);
        SignedEnvelope madeUp = madeUp(nigeria, NOWHERE);

        Want ofHeld = asked(shows(nigeria, madeUp, 8, 9));
        Want ofUnheld = asked(shows(nigeria, madeUp, 14, 15));

        assertThat(ofHeld)
                .isEqualTo(
                        new Want(
                                dossier,
                                ids(madeUp.id(), NOWHERE, past.get(7).id()),
                                Clock.NOTHING));
        assertThat(ofUnheld)
                .isEqualTo(
                        new Want(
                                dossier,
                                ids(madeUp.id(), NOWHERE, past.get(13).id()),
                                Clock.NOTHING));
    }

    private static SortedSet<EntryId> ids(EntryId... ids) {
        return new TreeSet<>(List.of(ids));
    }

    @Test
    void forgetsNothingThatAnotherPromisedWhenAnAdditionTurnsOutToBeRefused() {
        for (int step = 0; step < NOTES; step += 5) {
            SignedEnvelope madeUp = madeUp(nigeria, past.get(step + 4).id());
            shows(nigeria, madeUp, 0, 0);
            assertThat(isInvitedBy(nigeria)).isTrue();
            invites(singapore, step, step + 5);
            shows(nigeria, madeUp, 0, step + 5);

            shows(nigeria, madeUp, 0, 0);

            assertThat(isInvitedBy(nigeria)).isFalse();
            assertThat(held().weight()).isEqualTo(step + 5);
        }
        singapore.speaksTo(kenya);
        assertThat(kenya.holds(addition)).isTrue();
    }

    @Test
    void forgetsEverythingWhenTheLastAdditionIsRefused() {
        SignedEnvelope madeUp = madeUp(nigeria, past.get(4).id());
        shows(nigeria, madeUp, 0, 5);

        shows(nigeria, madeUp, 0, 0);

        assertThat(isInvitedBy(nigeria)).isFalse();
        assertThat(held()).isEqualTo(Clock.NOTHING);
        assertThat(countedFor(nigeria)).isZero();
    }

    @Test
    void countsForEachWhatItBroughtAndAtLastForWhoseInvitationStands() {
        SignedEnvelope madeUp = madeUp(nigeria, past.get(9).id());
        shows(nigeria, madeUp, 0, 6);
        invites(singapore, 0, 10);
        shows(nigeria, madeUp, 6, 10);
        assertThat(countedFor(nigeria)).isEqualTo(6);
        assertThat(countedFor(singapore)).isEqualTo(4);

        shows(nigeria, madeUp, 0, 0);

        assertThat(countedFor(nigeria)).isZero();
        assertThat(countedFor(singapore)).isEqualTo(10);
        assertThat(held().weight()).isEqualTo(10);
    }

    @Test
    void takesNothingOfADossierFromAPeerThatHasNotInvitedIt() {
        invites(singapore, 0, 10);

        Batch answer = nigeria.shows(kenya, List.of(past.get(10).signed()));

        assertThat(answer.declined())
                .extracting(Declined::code)
                .containsExactly(BatchRefusal.NOT_OUR_DOSSIER.code());
        assertThat(kenya.holds(past.get(10))).isFalse();
    }

    @Test
    void isBroughtInByTwoAtOnce() {
        for (int step = 0; step < NOTES; step += 5) {
            assertThat(asked(invites(singapore, step, step + 5)).clock().weight())
                    .isEqualTo(step + 5);
            assertThat(asked(invites(vietNam, step, step + 5)).clock().weight())
                    .isEqualTo(step + 5);
        }
        vietNam.speaksTo(kenya);
        singapore.speaksTo(kenya);

        assertThat(kenya.holds(addition)).isTrue();
        assertThat(kenya.store().envelopes().arrivals(addition.id())).isEqualTo(1);
        assertThat(past)
                .allSatisfy(
                        entry ->
                                assertThat(kenya.store().envelopes().arrivals(entry.id()))
                                        .isEqualTo(1));
        assertThat(kenya.reported()).isEmpty();
    }

    @Test
    void isBroughtInByTheOneWhenTheOtherFallsSilent() {
        invites(singapore, 0, 20);
        singapore.withdrawsFrom(kenya);

        vietNam.speaksTo(kenya);

        assertThat(kenya.holds(addition)).isTrue();
        assertThat(kenya.reported()).isEmpty();
    }

    /// The opening shows the key by which the addition is to be signed.
    @Test
    void notesNoInvitationUnderASignatureThatWhatIsShownProvesWrong() {
        SignedEnvelope madeUp = madeUp(singapore, NOWHERE);

        Batch answer = shows(nigeria, madeUp, 0, 1);

        assertThat(answer.declined())
                .contains(
                        new Declined.OfEnvelope(
                                madeUp.id(), EnvelopeRefusal.SIGNATURE_WRONG.code()));
        assertThat(answer.wants()).isEmpty();
        assertThat(kenya.store().envelopes().invitations(dossier)).isEmpty();
    }

    /// Where a promise gives way to others of the same peer, what another promises stays.
    @Test
    void keepsWhatAnotherPromisesWhenADossierGivesWay() {
        shows(nigeria, madeUp(nigeria, NOWHERE), 0, 6);
        invites(singapore, 0, 10);

        Stream.of(nigeria, singapore)
                .forEach(peer -> kenya.store().envelopes().giveWay(dossier, peer.id()));

        assertThat(held()).isEqualTo(Clock.NOTHING);
        shows(nigeria, madeUp(nigeria, NOWHERE), 0, 6);
        invites(singapore, 0, 10);
        kenya.store().envelopes().giveWay(dossier, nigeria.id());
        assertThat(held().weight()).isEqualTo(10);
        assertThat(countedFor(singapore)).isEqualTo(10);
        singapore.speaksTo(kenya);
        assertThat(kenya.holds(addition)).isTrue();
    }
}
