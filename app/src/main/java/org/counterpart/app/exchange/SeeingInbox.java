package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.ShowingDossier;
import org.counterpart.app.dossiers.ShownLine;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.HandlingGround;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.OptionalLong;

/// Lists what waits for an officer's desk, the most pressing first, and all that ever concerned it.
@Component
@Transactional
public class SeeingInbox {
    /// More than a person reads at a time; the rest is counted, and found among all.
    static final int MOST = 200;

    private final Access access;
    private final Items items;

    SeeingInbox(Access access, Items items) {
        this.access = access;
        this.items = items;
    }

    /// What comes of looking.
    public sealed interface Seen {
        /// Part of the list, and how much there is in all.
        ///
        /// @param next where the next page begins, where there is one
        record Items(List<Listed> items, Count count, OptionalLong next) implements Seen {
            public Items {
                items = List.copyOf(items);
            }
        }

        record Refused(Refusal refusal) implements Seen {}
    }

    /// How much concerns a desk.
    public record Count(long waiting, long settled) {}

    /// What waits for the officer's desk.
    public Seen see(Officer.OfDesk officer) {
        return switch (access.decide(officer, Action.Standing.SEE_INBOX)) {
            case Decision.Allowed _ ->
                    new Seen.Items(
                            items.waiting(officer.at(), MOST),
                            items.count(officer.at()),
                            OptionalLong.empty());
            case Decision.Denied(var ground) -> new Seen.Refused(ground);
        };
    }

    /// What is settled too, the latest first.
    ///
    /// @param before the number at which the page before this one ended
    public Seen seeAll(Officer.OfDesk officer, long before) {
        return switch (access.decide(officer, Action.Standing.SEE_INBOX)) {
            case Decision.Allowed _ -> page(officer, items.all(officer.at(), before, MOST + 1));
            case Decision.Denied(var ground) -> new Seen.Refused(ground);
        };
    }

    private Seen page(Officer.OfDesk officer, List<Listed> found) {
        List<Listed> page = found.subList(0, Math.min(found.size(), MOST));
        return new Seen.Items(
                page,
                items.count(officer.at()),
                found.size() > MOST
                        ? OptionalLong.of(page.getLast().number())
                        : OptionalLong.empty());
    }

    /// Notes what was opened by an officer who speaks for the desk, so that it waits no more where nothing else is owed: what
    /// only an analyst has read still waits for whoever must act on it.
    public void saw(Officer.OfDesk officer, ShowingDossier.Shown shown) {
        if (access.foresee(officer, Action.Standing.ASK) instanceof Decision.Allowed) {
            items.noteSeen(officer.at(), opened(shown));
        }
    }

    private static List<EntryId> opened(ShowingDossier.Shown shown) {
        return shown.lines().stream()
                .filter(SeeingInbox::isTold)
                .map(line -> line.line().id())
                .toList();
    }

    /// What is withheld for good is told with why, and there is no more of it to read; what waits for a word of the officer
    /// is not read yet.
    private static boolean isTold(ShownLine shown) {
        return switch (shown) {
            case ShownLine.Open _ -> true;
            case ShownLine.Withheld(_, var grounds, _) ->
                    !grounds.equals(List.of(HandlingGround.CONDITION_NOT_UNDERSTOOD));
            case ShownLine.NotForThisDesk _, ShownLine.Bare _ -> false;
        };
    }
}
