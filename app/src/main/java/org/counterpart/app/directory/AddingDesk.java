package org.counterpart.app.directory;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.util.Objects;

/// An operator opens a desk on this node.
@Component
public final class AddingDesk {
    private final Access access;
    private final States states;
    private final Desks desks;
    private final DeskBirths births;
    private final TransactionOperations transactions;

    AddingDesk(
            Access access,
            States states,
            Desks desks,
            DeskBirths births,
            TransactionOperations transactions) {
        this.access = access;
        this.states = states;
        this.desks = desks;
        this.births = births;
        this.transactions = transactions;
    }

    /// What came of it.
    public sealed interface Outcome {
        record Added(Desk.Own desk) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Adds the desk that is described.
    public Outcome add(Officer by, DeskDraft draft) {
        return Objects.requireNonNull(transactions.execute(_ -> decided(by, draft)));
    }

    private Outcome decided(Officer by, DeskDraft draft) {
        if (access.decide(by, Action.Standing.MANAGE_DESKS)
                instanceof Decision.Denied(var ground)) {
            return new Outcome.Refused(ground);
        }
        return switch (draft.check(states)) {
            case DeskDraft.Checked.Unsound(DirectoryGround ground) -> new Outcome.Refused(ground);
            case DeskDraft.Checked.Sound(DeskProfile profile)
                    when !profile.languages().stream().allMatch(LanguageTag::isKnown) ->
                    new Outcome.Refused(DirectoryGround.LANGUAGE_UNKNOWN);
            case DeskDraft.Checked.Sound(DeskProfile profile) -> added(by, profile);
        };
    }

    private Outcome added(Officer by, DeskProfile profile) {
        Desk.Own desk = births.found(desks.ourselves(), profile);
        if (!desks.add(desk, births.now())) {
            return new Outcome.Refused(DirectoryGround.HANDLE_TAKEN);
        }
        births.tell(by, desk);
        return new Outcome.Added(desk);
    }
}
