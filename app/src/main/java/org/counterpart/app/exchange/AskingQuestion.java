package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Picture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/// Asks a desk of another state, in a new dossier or on in one that exists.
@Component
@Transactional
public class AskingQuestion {
    private final Access access;
    private final Vault vault;
    private final Addressing addressing;
    private final Pen pen;

    AskingQuestion(Access access, Vault vault, Addressing addressing, Pen pen) {
        this.access = access;
        this.vault = vault;
        this.addressing = addressing;
        this.pen = pen;
    }

    /// A first question to a desk.
    public Sending ask(Officer.OfDesk officer, Message.InformationRequest question, Manner manner) {
        if (access.decide(officer, Action.Standing.ASK) instanceof Decision.Denied(var ground)) {
            return Sending.not(ground);
        }
        return switch (addressing.to(officer, List.of(question.to()))) {
            case Addressing.Known(Audience audience) ->
                    pen.open(officer, question, audience, manner);
            case Addressing.Unknown(var ground) -> Sending.not(ground);
        };
    }

    /// A further question in a dossier that exists.
    public Sending askOn(
            Officer.OfDesk officer,
            DossierId dossier,
            Message.InformationRequest question,
            Manner manner) {
        Optional<Picture> picture = vault.picture(dossier);
        if (picture.isEmpty()) {
            return Sending.not(SendingGround.DOSSIER_UNKNOWN);
        }
        var desks = HeldEntry.desksTakingPart(picture.get(), vault.self());
        if (access.decide(officer, new Action.AskOn(dossier, desks))
                instanceof Decision.Denied(var ground)) {
            return Sending.not(ground);
        }
        return switch (addressing.to(officer, List.of(question.to()))) {
            case Addressing.Known(Audience audience) ->
                    pen.write(officer, dossier, question, audience, manner);
            case Addressing.Unknown(var ground) -> Sending.not(ground);
        };
    }
}
