package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Writer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

class ExchangingTest {
    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");

    @Test
    void deliversAndTheReceiverSigns() {
        singapore.peersWith(vietNam);
        Placed opening = singapore.opens(vietNam);

        singapore.speaksTo(vietNam);

        assertThat(vietNam.canRead(opening)).isTrue();
        assertThat(singapore.hasReceipt(opening.id(), vietNam)).isTrue();
        assertThat(singapore.store().shelf().addressedTo(vietNam.id())).isEmpty();
        assertThat(singapore.exchanging().ask(vietNam.id()).isEmpty()).isTrue();
        assertThat(vietNam.exchanging().ask(singapore.id()).isEmpty()).isTrue();
    }

    @Test
    void saidTwiceChangesNothing() {
        singapore.peersWith(vietNam);
        Placed opening = singapore.opens(vietNam);
        Batch request = singapore.exchanging().ask(vietNam.id());

        vietNam.answerTo(request);
        Batch again = vietNam.answerTo(request);
        singapore.exchanging().conclude(again);

        assertThat(vietNam.canRead(opening)).isTrue();
        assertThat(vietNam.reported()).isEmpty();
        assertThat(singapore.hasReceipt(opening.id(), vietNam)).isTrue();
    }

    @Test
    void losesNothingWhereverTheReceiverLosesItsPower() {
        int cuts = 0;
        for (int write = 0; ; write++) {
            var from = new ANode("SG");
            var to = new ANode("VN");
            from.peersWith(to);
            Placed opening = from.opens(to);
            Batch request = from.exchanging().ask(to.id());
            to.cutPowerBeforeWrite(write);
            boolean cut = false;
            try {
                to.answerTo(request);
            } catch (ANode.PowerCut e) {
                cut = true;
            }
            to.restorePower();
            assertThat(to.canRead(opening) || !to.hasReceipt(opening.id(), to))
                    .as("no receipt without content, cut before write " + write)
                    .isTrue();
            from.speaksTo(to);
            assertThat(to.canRead(opening)).as("after a cut before write " + write).isTrue();
            assertThat(from.hasReceipt(opening.id(), to)).isTrue();
            if (!cut) {
                break;
            }
            cuts++;
        }
        assertThat(cuts).isGreaterThan(5);
    }

    @Test
    void signsOnlyWhatIsCommitted() {
        singapore.peersWith(vietNam);
        Placed opening = singapore.opens(vietNam);
        Batch request = singapore.exchanging().ask(vietNam.id());
        vietNam.cutPowerBeforeWrite(3);

        assertThatThrownBy(() -> vietNam.answerTo(request)).isInstanceOf(ANode.PowerCut.class);

        assertThat(vietNam.hasReceipt(opening.id(), vietNam)).isFalse();
        assertThat(vietNam.canRead(opening)).isFalse();
    }

    @Test
    void refusesABatchForAnotherNode() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        Placed opening = singapore.opens(vietNam);
        Batch request = singapore.exchanging().ask(vietNam.id());

        nigeria.answerTo(request);

        assertThat(nigeria.holds(opening)).isFalse();
        assertThat(nigeria.reported()).containsExactly(BatchRefusal.NOT_ADDRESSED_TO_US.code());
    }

    @Test
    void refusesAStrangerAndOneThatWasWithdrawnFrom() {
        singapore.peersWith(vietNam);
        Placed opening = singapore.opens(vietNam);
        Batch request = singapore.exchanging().ask(vietNam.id());
        vietNam.withdrawsFrom(singapore);

        Batch answer = vietNam.answerTo(request);

        assertThat(answer.isEmpty()).isTrue();
        assertThat(vietNam.holds(opening)).isFalse();
        assertThat(vietNam.reported()).containsExactly(BatchRefusal.SENDER_NOT_A_PEER.code());
    }

    @Test
    void keepsADossierFromANodeThatIsNoMember() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        singapore.opens(vietNam);

        assertThat(singapore.exchanging().ask(nigeria.id()).isEmpty()).isTrue();
    }

    @Test
    void givesAMemberOutsideTheAudienceTheBareEnvelope() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        DossierId dossier = singapore.opens(vietNam, nigeria).dossier();
        Placed secret = singapore.writes(dossier, vietNam);

        singapore.speaksTo(nigeria);
        singapore.speaksTo(vietNam);

        assertThat(nigeria.holds(secret)).isTrue();
        assertThat(nigeria.store().contents().sight(secret.id())).isInstanceOf(Sight.Closed.class);
        assertThat(vietNam.canRead(secret)).isTrue();
        nigeria.speaksTo(singapore);
        assertThat(nigeria.hasReceipt(secret.id(), vietNam)).isFalse();
    }

    @Test
    void carriesAParcelForANodeThatIsNoPeer() {
        singapore.peersWith(vietNam);
        vietNam.peersWith(nigeria);
        DossierId dossier = singapore.opens(vietNam, nigeria).dossier();
        Placed secret = singapore.writes(dossier, nigeria);

        singapore.speaksTo(vietNam);
        vietNam.speaksTo(nigeria);
        vietNam.speaksTo(singapore);

        assertThat(nigeria.canRead(secret)).isTrue();
        assertThat(vietNam.canRead(secret)).isFalse();
        assertThat(singapore.hasReceipt(secret.id(), nigeria)).isTrue();
        assertThat(vietNam.store().shelf().addressedTo(nigeria.id())).isEmpty();
    }

    @Test
    void givesANewcomerThePastAsEnvelopes() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        DossierId dossier = singapore.opens(vietNam).dossier();
        Placed early = singapore.writes(dossier, vietNam);
        Placed addition =
                singapore.changes(dossier, new Membership.Add(nigeria.card(), false), vietNam);

        singapore.speaksTo(nigeria);

        assertThat(nigeria.holds(addition)).isTrue();
        assertThat(nigeria.holds(early)).isTrue();
        assertThat(nigeria.canRead(early)).isFalse();
        assertThat(nigeria.store().envelopes().invitations(dossier)).isEmpty();
    }

    @Test
    void tellsARemovedNodeOfItsRemovalAndNothingAfter() {
        singapore.peersWith(vietNam);
        singapore.peersWith(nigeria);
        DossierId dossier = singapore.opens(vietNam, nigeria).dossier();
        singapore.speaksTo(nigeria);
        long last = singapore.store().envelopes().clock(dossier).of(nigeria.id());
        Placed removal =
                singapore.changes(dossier, new Membership.Remove(nigeria.id(), last), vietNam);
        Placed after = singapore.writes(dossier, vietNam);

        singapore.speaksTo(nigeria);

        assertThat(nigeria.holds(removal)).isTrue();
        assertThat(nigeria.holds(after)).isFalse();
    }

    @Test
    void takesNothingMoreFromARemovedNode() {
        singapore.peersWith(nigeria);
        DossierId dossier = singapore.opens(nigeria).dossier();
        singapore.speaksTo(nigeria);
        singapore.changes(dossier, new Membership.Remove(nigeria.id(), 0));
        Placed late = nigeria.writes(dossier, singapore);

        singapore.answerTo(nigeria.exchanging().ask(singapore.id()));

        assertThat(singapore.holds(late)).isFalse();
        assertThat(singapore.reported()).contains(BatchRefusal.SENDER_NOT_A_MEMBER.code());
    }

    @Test
    void givesOnByAForwardThatTheOriginatorIsToldOf() {
        singapore.peersWith(vietNam);
        vietNam.peersWith(nigeria);
        singapore.peersWith(nigeria);
        DossierId dossier = singapore.opens(vietNam, nigeria).dossier();
        Placed secret = singapore.writes(dossier, vietNam);
        singapore.speaksTo(vietNam);
        Content nigeriaOnly = vietNam.content("x-audience", nigeria);
        var forward = new Act.Forward(Set.of(secret.id()), nigeriaOnly.audience());

        Appended untold =
                vietNam.tries(
                        dossier,
                        new Membership.Unchanged(),
                        vietNam.content(forward.type(), forward.payload(), nigeria));
        Appended told =
                vietNam.tries(
                        dossier,
                        new Membership.Unchanged(),
                        vietNam.content(forward.type(), forward.payload(), nigeria, singapore));
        vietNam.speaksTo(nigeria);

        assertThat(untold)
                .isEqualTo(new Appended.Refused(AppendRefusal.ORIGINATOR_NOT_TOLD.code()));
        assertThat(told).isInstanceOf(Appended.Done.class);
        assertThat(nigeria.canRead(secret)).isTrue();
    }

    @Test
    void disputesAReceiptThatStatesATimeFarAway() {
        singapore.peersWith(vietNam);
        DossierId dossier = singapore.opens(vietNam).dossier();
        singapore.speaksTo(vietNam);
        Placed question = ofADesk(dossier);
        vietNam.setNow(ANode.NOON.minus(Duration.ofHours(3)));

        singapore.speaksTo(vietNam);

        assertThat(singapore.store().contents().sights().values())
                .anySatisfy(
                        sight ->
                                assertThat(sight)
                                        .isInstanceOfSatisfying(
                                                Sight.Read.class,
                                                read ->
                                                        assertThat(read.content().type())
                                                                .isEqualTo("time-disputed")));
        assertThat(singapore.hasReceipt(question.id(), vietNam)).isTrue();
    }

    /// Only what a desk wrote has a deadline.
    private Placed ofADesk(DossierId dossier) {
        Content byNode = singapore.content("information", vietNam);
        var desk = DeskId.draw(new Random(7));
        var byDesk =
                new Content(
                        byNode.type(),
                        new Writer.Desk(desk, "duty-officer"),
                        byNode.claimedAt(),
                        byNode.audience().with(singapore.id(), desk),
                        byNode.handling(),
                        byNode.grading(),
                        byNode.payload(),
                        byNode.attachments(),
                        byNode.sources());
        return ANode.done(singapore.tries(dossier, new Membership.Unchanged(), byDesk));
    }

    /// Found by the simulation: no receipt is due from an author, so the parcel came for ever.
    @Test
    void bringsNobodyItsOwnEntryBack() {
        singapore.peersWith(vietNam);
        Placed opening = singapore.opens(vietNam);
        singapore.speaksTo(vietNam);
        Content toBoth = vietNam.content("forward", singapore);
        var forward = new Act.Forward(Set.of(opening.id()), singapore.content("note").audience());

        ANode.done(
                vietNam.tries(
                        opening.dossier(),
                        new Membership.Unchanged(),
                        vietNam.content("forward", forward.payload(), toBoth.audience())));
        vietNam.speaksTo(singapore);

        assertThat(vietNam.store().shelf().items()).isEmpty();
        assertThat(vietNam.exchanging().ask(singapore.id()).isEmpty()).isTrue();
    }

    /// What one peer promised takes the room of no other: its own longer one gives way.
    @Test
    void countsWhatIsKeptOnPromisesForThePeerThatGaveThem() {
        var newcomer = new ANode("ID", new Limits(1 << 20, 100, 10_000, 20));
        singapore.peersWith(newcomer);
        nigeria.peersWith(newcomer);
        var invitations = new ArrayList<Placed>();
        for (ANode inviter : List.of(singapore, singapore, nigeria)) {
            DossierId dossier = inviter.opens().dossier();
            for (int i = 0; i < 13; i++) {
                inviter.writes(dossier);
            }
            invitations.add(inviter.changes(dossier, new Membership.Add(newcomer.card(), false)));
        }

        for (Placed addition : invitations) {
            ANode inviter = addition.author().equals(nigeria.id()) ? nigeria : singapore;
            List<SignedEnvelope> past =
                    inviter.store().envelopes().entries(addition.dossier()).stream()
                            .filter(entry -> !entry.id().equals(addition.id()))
                            .map(Placed::signed)
                            .toList();
            var shown = new ArrayList<>(List.of(addition.signed()));
            shown.addAll(past.subList(0, 13));
            inviter.shows(newcomer, shown);
        }

        assertThat(
                        invitations.stream()
                                .map(a -> newcomer.store().envelopes().clock(a.dossier()).weight()))
                .containsExactly(0L, 13L, 13L);
    }

    /// It was told of its addition first each time, and asked again each time for what it had no room for.
    @Test
    void endsTheConversationWithANewcomerThatHasNoRoomForThePast() {
        var newcomer = new ANode("KE", new Limits(1 << 20, 100, 10_000, 20));
        singapore.peersWith(nigeria);
        singapore.peersWith(newcomer);
        DossierId dossier = singapore.opens(nigeria).dossier();
        for (int i = 0; i < 30; i++) {
            singapore.writes(dossier, nigeria);
        }
        singapore.changes(dossier, new Membership.Add(newcomer.card(), false));

        singapore.asks(newcomer);
        singapore.asks(newcomer);

        assertThat(newcomer.reported()).containsOnly("BATCH_COME_LATER");
    }

    /// Whoever carries a genuine invitation could otherwise undo what it has brought so far.
    @Test
    void forgetsNoInvitationForAWrongSignature() {
        var newcomer = new ANode("KE");
        singapore.peersWith(newcomer);
        Placed opening = singapore.opens();
        Placed note = singapore.writes(opening.dossier());
        SignedEnvelope addition =
                singapore
                        .changes(opening.dossier(), new Membership.Add(newcomer.card(), false))
                        .signed();
        var broken =
                new SignedEnvelope(addition.id(), addition.envelope(), note.signed().signature());

        singapore.shows(newcomer, List.of(addition, opening.signed(), note.signed(), broken));
        singapore.speaksTo(newcomer);

        assertThat(newcomer.reported()).containsExactly("ENVELOPE_SIGNATURE_WRONG");
        assertThat(newcomer.store().envelopes().find(addition.id())).isPresent();
    }
}
