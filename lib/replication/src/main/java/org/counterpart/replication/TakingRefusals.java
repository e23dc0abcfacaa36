package org.counterpart.replication;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.ParcelRefusal;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.VoidReason;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Takes note of what a peer did not take: leaves off, or tries again later.
///
/// Most grounds pass: a membership that the peer has not heard of yet, a limit, bytes that broke on the way, a sealing
/// key that is gone and whose successor its owner will show. Only what will be refused every time ends a duty.
final class TakingRefusals {
    /// Grounds that stand for good.
    static final Set<String> FINAL = finalGrounds();

    private static final Set<String> KNOWN = knownGrounds();

    /// Grounds that stand for good to a sender that was put out.
    static final List<String> FINAL_TO_WHO_IS_OUT =
            List.of(
                    ParcelRefusal.SEALED_TO_AN_OLD_KEY.code(),
                    BatchRefusal.RECIPIENT_NOT_A_MEMBER.code());

    private final Turn turn;

    TakingRefusals(Turn turn) {
        this.turn = turn;
    }

    private static Set<String> finalGrounds() {
        var codes = new TreeSet<String>();
        Arrays.stream(VoidReason.values())
                .filter(reason -> !isLifted(reason))
                .map(VoidReason::code)
                .forEach(codes::add);
        codes.add(ParcelRefusal.MAKER_NOT_ALLOWED.code());
        codes.add(ParcelRefusal.DOES_NOT_OPEN.code());
        return codes;
    }

    /// Whether it ends when the opener's word becomes known: what was void by a removal that counts for nothing is not.
    static boolean isLifted(VoidReason reason) {
        return reason == VoidReason.WRITTEN_AFTER_REMOVAL
                || reason == VoidReason.AUTHOR_NOT_ADMITTED;
    }

    private static Set<String> knownGrounds() {
        var codes = new TreeSet<>(FINAL);
        Arrays.stream(VoidReason.values()).map(VoidReason::code).forEach(codes::add);
        Arrays.stream(BatchRefusal.values()).map(BatchRefusal::code).forEach(codes::add);
        Arrays.stream(EnvelopeRefusal.values()).map(EnvelopeRefusal::code).forEach(codes::add);
        Arrays.stream(ParcelRefusal.values()).map(ParcelRefusal::code).forEach(codes::add);
        return codes;
    }

    /// Whether it ends a duty of the peer, so that it is to hear of it: as the addressee's own word, not as a carrier's.
    static boolean standsForGood(Declined declined, NodeId self) {
        return declined instanceof Declined.OfParcel parcel
                && parcel.recipient().equals(self)
                && FINAL.contains(declined.code());
    }

    /// About an entry that we do not hold there is nothing that a peer could decline.
    void take(Declined declined) {
        if (turn.store().envelopes().find(declined.entry()).isEmpty()) {
            return;
        }
        String code = KNOWN.contains(declined.code()) ? declined.code() : "OTHERWISE";
        turn.report("DECLINED_" + code, declined.entry());
        switch (declined) {
            case Declined.OfEnvelope envelope -> envelope(envelope);
            case Declined.OfParcel parcel -> parcel(parcel);
            case Declined.OfReceipt _ -> {}
        }
    }

    /// Who does not count us as a member takes nothing from us, so we fall silent about the dossier but for how far we
    /// are; it tells us why when it may. Without this two that put each other out would go on telling each other so.
    private void envelope(Declined.OfEnvelope declined) {
        if (declined.code().equals(BatchRefusal.SENDER_NOT_A_MEMBER.code())) {
            turn.store()
                    .envelopes()
                    .find(declined.entry())
                    .map(Placed::dossier)
                    .ifPresent(this::fallSilent);
        }
    }

    private void fallSilent(DossierId dossier) {
        turn.store().peers().settle(turn.peer(), dossier);
        turn.answer().silent.add(dossier);
    }

    /// Only the addressee's own word ends a parcel, not that of a carrier.
    private void parcel(Declined.OfParcel declined) {
        if (declined.recipient().equals(turn.peer()) && isFinal(declined)) {
            turn.store()
                    .shelf()
                    .find(declined.entry(), declined.recipient(), declined.maker())
                    .ifPresent(turn.store().shelf()::remove);
        }
    }

    /// Whoever was put out hears of no newer card and of no later removal: to it these grounds stand for good too.
    private boolean isFinal(Declined.OfParcel declined) {
        return FINAL.contains(declined.code())
                || (FINAL_TO_WHO_IS_OUT.contains(declined.code()) && areOut(declined));
    }

    private boolean areOut(Declined.OfParcel declined) {
        return turn.store()
                .envelopes()
                .find(declined.entry())
                .filter(entry -> !turn.membersOf(entry.dossier()).containsKey(turn.self()))
                .isPresent();
    }
}
