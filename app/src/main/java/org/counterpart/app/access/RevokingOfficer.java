package org.counterpart.app.access;

import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// An operator revokes an officer: from the next request on, the token opens nothing.
@Component
public final class RevokingOfficer {
    private final Access access;
    private final Officers officers;
    private final TokenFiles files;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final InstantSource time;

    RevokingOfficer(
            Access access,
            Officers officers,
            TokenFiles files,
            Acts acts,
            TransactionOperations transactions,
            InstantSource time) {
        this.access = access;
        this.officers = officers;
        this.files = files;
        this.acts = acts;
        this.transactions = transactions;
        this.time = time;
    }

    /// What came of it.
    public sealed interface Outcome {
        record Revoked(Officer officer, Instant at) implements Outcome {}

        record Refused(AccessGround ground) implements Outcome {}
    }

    /// Revokes the officer of that name. The file goes after the commit: an officer who is still live keeps it.
    public Outcome revoke(Officer by, OfficerName name) {
        Outcome outcome = Objects.requireNonNull(transactions.execute(_ -> decided(by, name)));
        if (outcome instanceof Outcome.Revoked) {
            files.delete(name);
        }
        return outcome;
    }

    private Outcome decided(Officer by, OfficerName name) {
        if (access.decide(by, Action.Standing.MANAGE_OFFICERS)
                instanceof Decision.Denied(AccessGround ground)) {
            return new Outcome.Refused(ground);
        }
        int operators = officers.lockOperators();
        return officers.lock(name)
                .map(
                        enrolment ->
                                switch (enrolment) {
                                    case Enrolment.Revoked _ ->
                                            new Outcome.Refused(AccessGround.OFFICER_REVOKED);
                                    case Enrolment.Live live -> revoked(by, live, operators);
                                })
                .orElseGet(() -> new Outcome.Refused(AccessGround.OFFICER_UNKNOWN));
    }

    private Outcome revoked(Officer by, Enrolment.Live live, int operators) {
        if (live.officer().role() == Role.OPERATOR && operators == 1) {
            return new Outcome.Refused(AccessGround.LAST_OPERATOR);
        }
        Instant now = time.instant();
        officers.revoke(live, now);
        acts.leave(acts.of(by, "officer-revoked").about(new Code(live.officer().id().text())));
        return new Outcome.Revoked(live.officer(), now);
    }
}
