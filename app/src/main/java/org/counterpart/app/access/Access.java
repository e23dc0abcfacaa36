package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;
import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.util.Set;

/// The one door: may this officer do this? Every use case asks it once, before anything else, and looks at the answer.
///
/// It decides over values that it is handed. That they are true (who wrote the entry, to whom) is the caller's part,
/// which must take them from the stored entry and never from the request.
@Component
public final class Access {
    private final Acts acts;
    private final TransactionOperations transactions;

    Access(Acts acts, TransactionOperations transactions) {
        this.acts = acts;
        this.transactions = transactions;
    }

    /// Decides about an act that is being tried. A denial leaves a leaf, in the caller's transaction when there is one:
    /// so return the refusal from it as a value; an exception would take the leaf back.
    public Decision decide(Officer officer, Action action) {
        Decision decision = foresee(officer, action);
        if (decision instanceof Decision.Denied(AccessGround ground)) {
            leaveDenial(officer, action, ground);
        }
        return decision;
    }

    /// Denies what only an officer of a desk can do, whatever it was, to one who has none.
    public AccessGround denyWithoutDesk(Officer.OfNode officer) {
        transactions.executeWithoutResult(
                _ -> acts.leave(denial(officer, AccessGround.NEEDS_A_DESK)));
        return AccessGround.NEEDS_A_DESK;
    }

    /// Says what would be decided, and leaves nothing: for choosing what a list or page shows, never before an act.
    public Decision foresee(Officer officer, Action action) {
        for (AccessRule rule : AccessRule.ALL) {
            var ground = rule.check(officer, action);
            if (ground.isPresent()) {
                return new Decision.Denied(ground.get());
            }
        }
        return new Decision.Allowed(reason(officer, action));
    }

    private static AccessReason reason(Officer officer, Action action) {
        return switch (action) {
            case Action.OnEntry on ->
                    holds(on.parties().authors(), officer)
                            ? AccessReason.WRITTEN_BY_YOUR_DESK
                            : AccessReason.ADDRESSED_TO_YOUR_DESK;
            case Action.InDossier _ -> AccessReason.YOUR_DESK_TAKES_PART;
            case Action.ChangePost _, Action.Standing _ -> AccessReason.YOUR_ROLE_MAY;
        };
    }

    private static boolean holds(Set<DeskId> desks, Officer officer) {
        return officer.desk().filter(desks::contains).isPresent();
    }

    private void leaveDenial(Officer officer, Action action, AccessGround ground) {
        var act = denial(officer, ground).with(new Code("deed"), new Code(action.deed().code()));
        var whole = action.subject().map(subject -> act.about(new Code(subject))).orElse(act);
        transactions.executeWithoutResult(_ -> acts.leave(whole));
    }

    private Act denial(Officer officer, AccessGround ground) {
        return acts.of(officer, "denied").with(new Code("ground"), new Code(ground.code()));
    }
}
