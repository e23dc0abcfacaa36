package org.counterpart.app.access;

import org.counterpart.app.node.Secret;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.nio.file.Path;
import java.util.Objects;

/// An operator adds an officer to the node.
///
/// The operator who hands the token over could keep a copy and read as the new officer: until passkeys come, what
/// holds against that is the leaf that names the operator, and the threat model says so.
@Component
public final class AddingOfficer {
    private final Access access;
    private final Enrolling enrolling;
    private final Acts acts;
    private final TransactionOperations transactions;

    AddingOfficer(
            Access access, Enrolling enrolling, Acts acts, TransactionOperations transactions) {
        this.access = access;
        this.enrolling = enrolling;
        this.acts = acts;
        this.transactions = transactions;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The token is shown this once, and lies in the file.
        record Added(Officer officer, Secret token, Path file) implements Outcome {}

        record Refused(AccessGround ground) implements Outcome {}
    }

    /// Adds the officer and makes the token.
    public Outcome add(Officer by, NewOfficer wanted) {
        return Objects.requireNonNull(transactions.execute(_ -> decided(by, wanted)));
    }

    private Outcome decided(Officer by, NewOfficer wanted) {
        return switch (access.decide(by, Action.Standing.MANAGE_OFFICERS)) {
            case Decision.Denied(AccessGround ground) -> new Outcome.Refused(ground);
            case Decision.Allowed _ -> enrolled(by, wanted);
        };
    }

    private Outcome enrolled(Officer by, NewOfficer wanted) {
        return enrolling
                .enrol(wanted)
                .<Outcome>map(
                        enrolled -> {
                            acts.leave(enrolled.in(acts.of(by, "officer-added")));
                            return new Outcome.Added(
                                    enrolled.officer(), enrolled.token(), enrolled.file());
                        })
                .orElseGet(() -> new Outcome.Refused(AccessGround.NAME_TAKEN));
    }
}
