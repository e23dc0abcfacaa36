package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Parties;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Picture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.Optional;

/// Says what became of a recalled entry here, and does it: erased, or kept under law.
@Component
@Transactional
public class AnsweringRecall {
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
                .orElse(Sending.not(SendingGround.NOT_SUCH_AN_ENTRY));
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
