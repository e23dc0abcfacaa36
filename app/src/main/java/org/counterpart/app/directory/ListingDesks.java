package org.counterpart.app.directory;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.dossier.StateCode;
import org.springframework.stereotype.Component;

import java.util.List;

/// The desks that can be asked, page by page, of one state or of all.
@Component
public final class ListingDesks {
    private final Access access;
    private final Desks desks;

    ListingDesks(Access access, Desks desks) {
        this.access = access;
        this.desks = desks;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// While there are more, ask again after the last number.
        record Page(List<Desk> desks, long last, boolean more) implements Outcome {}

        record Refused(AccessGround ground) implements Outcome {}
    }

    /// Those of all states whose number is greater.
    public Outcome after(Officer by, long number) {
        return page(by, number, "");
    }

    /// Those of one state whose number is greater.
    public Outcome after(Officer by, long number, StateCode state) {
        return page(by, number, state.letters());
    }

    private Outcome page(Officer by, long number, String state) {
        if (access.decide(by, Action.Standing.SEE_DESKS) instanceof Decision.Denied(var ground)) {
            return new Outcome.Refused(ground);
        }
        int most = Limit.DESKS_A_PAGE.value();
        List<Desks.Listed> found = desks.after(number, state, most + 1);
        List<Desks.Listed> shown = found.subList(0, Math.min(most, found.size()));
        long last = shown.isEmpty() ? number : shown.getLast().number();
        return new Outcome.Page(
                shown.stream().map(Desks.Listed::desk).toList(), last, found.size() > most);
    }
}
