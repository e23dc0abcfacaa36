package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells desks of other states what they did not ask for (UNTOC art. 18(4) and 27).
@Component
@Transactional
public class TellingDesks {
    private final Access access;
    private final Addressing addressing;
    private final Pen pen;

    TellingDesks(Access access, Addressing addressing, Pen pen) {
        this.access = access;
        this.addressing = addressing;
        this.pen = pen;
    }

    /// Opens a dossier with the information as its first entry.
    public Sending tell(
            Officer.OfDesk officer, Message.SpontaneousInformation information, Manner manner) {
        if (access.decide(officer, Action.Standing.ASK) instanceof Decision.Denied(var ground)) {
            return Sending.not(ground);
        }
        return switch (addressing.to(officer, information.to())) {
            case Addressing.Known(var audience) -> pen.open(officer, information, audience, manner);
            case Addressing.Unknown(var ground) -> Sending.not(ground);
        };
    }
}
