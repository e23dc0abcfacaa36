package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Part;
import org.counterpart.app.access.Parties;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Picture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Says what became of a recalled entry here, and does it: erased, or kept under law.
@Component
@Transactional
public class AnsweringRecall {
    /// As many digits of an id as people are shown everywhere; any eight would do.
    private static final int AS_SHOWN = 12;

    private final Access access;
    private final Vault vault;
    private final Pen pen;
    private final InstantSource clock;

    AnsweringRecall(Access access, Vault vault, Pen pen, InstantSource clock) {
        this.access = access;
        this.vault = vault;
        this.pen = pen;
        this.clock = clock;
    }

    /// Erases where the answer says so; the answer and the erasure are one act. What was kept under law may be answered
    /// again: erased at last, or kept until a later review.
    public Sending answer(Officer.OfDesk officer, EntryId recall, Act.Holding holding) {
        Optional<HeldEntry> held = vault.held(recall);
        if (held.isEmpty()) {
            return Sending.not(SendingGround.ENTRY_UNKNOWN);
        }
        HeldEntry entry = held.get();
        Optional<Picture.RecallState> state =
                Optional.ofNullable(entry.picture().recalls().get(recall));
        if (access.decide(officer, new Action.AnswerRecall(recall, parties(entry, state)))
                instanceof Decision.Denied(var denied)) {
            return Sending.not(denied);
        }
        return state.map(recalled -> answer(officer, entry, recalled, holding))
                .orElseGet(() -> Sending.not(noRecall(officer, entry)));
    }

    /// Whoever names what was taken back means what took it back; it is told as far as the desk may answer it.
    private Refusal noRecall(Officer.OfDesk officer, HeldEntry named) {
        List<String> meant =
                named.picture().recalls().values().stream()
                        .filter(recall -> recall.entry().equals(named.id()))
                        .filter(recall -> mayAnswer(officer, named.picture(), recall))
                        .map(recall -> recall.recall().hex().substring(0, AS_SHOWN))
                        .toList();
        return meant.isEmpty()
                ? SendingGround.NOT_A_RECALL
                : Refusal.pointing(SendingGround.RECALL_IS_MEANT, new Part("recall", meant));
    }

    private boolean mayAnswer(Officer.OfDesk officer, Picture picture, Picture.RecallState recall) {
        return HeldEntry.in(picture, recall.recall())
                .map(held -> parties(held, Optional.of(recall)))
                .map(parties -> new Action.AnswerRecall(recall.recall(), parties))
                .filter(action -> access.foresee(officer, action) instanceof Decision.Allowed)
                .isPresent();
    }

    /// The desks that were given the recalled entry, not those that its originator names now; where its content is not
    /// here, there is nothing but that to go by.
    private Parties parties(HeldEntry recall, Optional<Picture.RecallState> state) {
        return state.flatMap(recalled -> HeldEntry.in(recall.picture(), recalled.entry()))
                .orElse(recall)
                .parties(vault.self());
    }

    private Sending answer(
            Officer.OfDesk officer,
            HeldEntry recall,
            Picture.RecallState state,
            Act.Holding holding) {
        if (state.answers().get(vault.self()) instanceof Act.Holding.Erased) {
            return Sending.not(SendingGround.RECALL_ANSWERED);
        }
        if (holding instanceof Act.Holding.KeptUnderLaw(_, var court, _) && court.isBlank()) {
            return Sending.not(SendingGround.COURT_MISSING);
        }
        if (holding instanceof Act.Holding.KeptUnderLaw(_, _, var review)
                && !review.isAfter(clock.instant())) {
            return Sending.not(SendingGround.DAY_IS_PAST);
        }
        var answer = new Act.RecallAnswer(state.recall(), state.entry(), holding);
        Sending sending = pen.write(officer, recall.dossier(), answer, recall.audienceNow());
        if (sending instanceof Sending.Sent && holding instanceof Act.Holding.Erased) {
            vault.erase(state.entry());
        }
        return sending;
    }
}
