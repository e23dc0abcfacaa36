package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
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

    /// Erases where the answer says so; the answer and the erasure are one act.
    public Sending answer(Officer.OfDesk officer, EntryId recall, Act.Holding holding) {
        Optional<HeldEntry> held = vault.held(recall);
        if (held.isEmpty()) {
            return Sending.not(SendingGround.ENTRY_UNKNOWN);
        }
        HeldEntry entry = held.get();
        if (access.decide(officer, new Action.AnswerRecall(recall, entry.parties()))
                instanceof Decision.Denied(var denied)) {
            return Sending.not(denied);
        }
        Picture.RecallState state = entry.picture().recalls().get(recall);
        if (state == null) {
            return Sending.not(SendingGround.NOT_SUCH_AN_ENTRY);
        }
        if (state.answers().containsKey(vault.self())) {
            return Sending.not(SendingGround.RECALL_ANSWERED);
        }
        if (holding instanceof Act.Holding.KeptUnderLaw(_, _, var review)
                && !review.isAfter(clock.instant())) {
            return Sending.not(SendingGround.DAY_IS_PAST);
        }
        var answer = new Act.RecallAnswer(recall, state.entry(), holding);
        Sending sending = pen.write(officer, entry.dossier(), answer, entry.content().audience());
        if (sending instanceof Sending.Sent && holding instanceof Act.Holding.Erased) {
            vault.erase(state.entry());
        }
        return sending;
    }
}
