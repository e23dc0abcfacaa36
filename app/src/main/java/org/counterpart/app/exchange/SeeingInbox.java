package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
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
}
