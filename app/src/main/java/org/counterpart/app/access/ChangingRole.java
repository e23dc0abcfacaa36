package org.counterpart.app.access;

import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.util.Objects;
import java.util.Optional;

/// An operator gives an officer another role or another desk; the token stays.
@Component
public final class ChangingRole {
    private final Access access;
    private final Officers officers;
    private final Acts acts;
    private final TransactionOperations transactions;

    ChangingRole(Access access, Officers officers, Acts acts, TransactionOperations transactions) {
        this.access = access;
        this.officers = officers;
        this.acts = acts;
        this.transactions = transactions;
    }

    /// What came of it.
    public sealed interface Outcome {
        record Changed(Officer officer) implements Outcome {}

        record Refused(AccessGround ground) implements Outcome {}
    }

    /// Gives the officer of that name this post.
    public Outcome change(Officer by, OfficerName name, Post post) {
        return Objects.requireNonNull(transactions.execute(_ -> decided(by, name, post)));
    }

    /// Looks first, to tell the door whose post it is; who may not manage officers learns nothing from that.
    private Outcome decided(Officer by, OfficerName name, Post post) {
        int operators = officers.lockOperators();
        Optional<Enrolment> found = officers.lock(name);
        Action action =
                found.<Action>map(enrolment -> new Action.ChangePost(enrolment.officer().id()))
                        .orElse(Action.Standing.MANAGE_OFFICERS);
        if (access.decide(by, action) instanceof Decision.Denied(AccessGround ground)) {
            return new Outcome.Refused(ground);
        }
        return found.map(
                        enrolment ->
                                switch (enrolment) {
                                    case Enrolment.Revoked _ ->
                                            new Outcome.Refused(AccessGround.OFFICER_REVOKED);
                                    case Enrolment.Live live -> changed(by, live, post, operators);
                                })
                .orElseGet(() -> new Outcome.Refused(AccessGround.OFFICER_UNKNOWN));
    }

    private Outcome changed(Officer by, Enrolment.Live live, Post post, int operators) {
        Officer before = live.officer();
        if (before.post().equals(post)) {
            return new Outcome.Refused(AccessGround.POST_UNCHANGED);
        }
        if (before.role() == Role.OPERATOR && operators == 1) {
            return new Outcome.Refused(AccessGround.LAST_OPERATOR);
        }
        officers.give(live, post);
        Officer after = Officer.of(before.id(), before.name(), before.label(), post);
        acts.leave(leaf(by, before, after));
        return new Outcome.Changed(after);
    }

    private Act leaf(Officer by, Officer before, Officer after) {
        Act act =
                acts.of(by, "role-changed")
                        .about(new Code(after.id().text()))
                        .with(new Code("old-role"), new Code(before.role().code()))
                        .with(new Code("new-role"), new Code(after.role().code()));
        Act withOld =
                before.desk()
                        .map(desk -> act.with(new Code("old-desk"), new Code(desk.text())))
                        .orElse(act);
        return after.desk()
                .map(desk -> withOld.with(new Code("new-desk"), new Code(desk.text())))
                .orElse(withOld);
    }
}
