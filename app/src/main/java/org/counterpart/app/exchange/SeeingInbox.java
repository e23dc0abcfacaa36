package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.ShowingDossier;
import org.counterpart.app.dossiers.ShownLine;
import org.counterpart.dossier.EntryId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/// Lists what waits for an officer's desk, the most pressing first.
@Component
@Transactional
public class SeeingInbox {
    /// More than a person reads at a time; the rest comes when these are done.
    static final int MOST = 200;

    private final Access access;
    private final Items items;

    SeeingInbox(Access access, Items items) {
        this.access = access;
        this.items = items;
    }

    /// What comes of looking.
    public sealed interface Seen {
        record Waiting(List<Item> items) implements Seen {}

        record Refused(Refusal refusal) implements Seen {}
    }

    public Seen see(Officer.OfDesk officer) {
        return switch (access.decide(officer, Action.Standing.SEE_INBOX)) {
            case Decision.Allowed _ -> new Seen.Waiting(items.of(officer.at(), MOST));
            case Decision.Denied(var ground) -> new Seen.Refused(ground);
        };
    }

    /// Takes out what asks for nothing but to be seen, once it was opened by an officer who speaks for the desk: what only
    /// an analyst has read still waits for whoever must act on it.
    public void saw(Officer.OfDesk officer, ShowingDossier.Shown shown) {
        if (access.foresee(officer, Action.Standing.ASK) instanceof Decision.Allowed) {
            items.noteSeen(officer.at(), opened(shown));
        }
    }

    private static List<EntryId> opened(ShowingDossier.Shown shown) {
        return shown.lines().stream()
                .filter(ShownLine.Open.class::isInstance)
                .map(open -> open.line().id())
                .toList();
    }
}
