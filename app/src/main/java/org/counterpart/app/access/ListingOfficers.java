package org.counterpart.app.access;

import org.springframework.stereotype.Component;

import java.util.List;

/// The roll of the node's officers, page by page, the revoked among them.
@Component
public final class ListingOfficers {
    private final Access access;
    private final Officers officers;

    ListingOfficers(Access access, Officers officers) {
        this.access = access;
        this.officers = officers;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// Ask again after the last number while there are more.
        record Page(List<Enrolment> officers, boolean more) implements Outcome {}

        record Refused(AccessGround ground) implements Outcome {}
    }

    /// Those whose number is greater.
    public Outcome after(Officer by, long number) {
        return switch (access.decide(by, Action.Standing.SEE_OFFICERS)) {
            case Decision.Denied(AccessGround ground) -> new Outcome.Refused(ground);
            case Decision.Allowed _ -> page(number);
        };
    }

    private Outcome page(long number) {
        int most = Limit.OFFICERS_A_PAGE.value();
        List<Enrolment> found = officers.after(number, most + 1);
        return found.size() > most
                ? new Outcome.Page(List.copyOf(found.subList(0, most)), true)
                : new Outcome.Page(found, false);
    }
}
