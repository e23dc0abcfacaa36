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

import java.util.Optional;

/// Takes an own entry back from everybody who was given it; each holder says what became of its copy.
@Component
@Transactional
public class RecallingEntry {
    private final Access access;
    private final Vault vault;
    private final Pen pen;

    RecallingEntry(Access access, Vault vault, Pen pen) {
        this.access = access;
        this.vault = vault;
        this.pen = pen;
    }

    /// Recalls, on a ground of the closed list.
    public Sending recall(Officer.OfDesk officer, EntryId id, RecallGround ground) {
        Optional<HeldEntry> held = vault.held(id);
        if (held.isEmpty()) {
            return Sending.not(SendingGround.ENTRY_UNKNOWN);
        }
        HeldEntry entry = held.get();
        if (access.decide(officer, new Action.Recall(id, entry.parties(vault.self())))
                instanceof Decision.Denied(var denied)) {
            return Sending.not(denied);
        }
        if (entry.line().standing() == Picture.Standing.RECALLED) {
            return Sending.not(SendingGround.ALREADY_RECALLED);
        }
        return pen.write(
                officer, entry.dossier(), new Act.Recall(id, ground.code()), entry.everybody());
    }
}
