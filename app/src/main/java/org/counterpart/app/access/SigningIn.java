package org.counterpart.app.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Somebody shows a token at a door. The first time in an hour is a sign-in and leaves a leaf.
@Component
public final class SigningIn {
    /// Matches no token; compared with so that an unknown officer takes as long as a wrong secret.
    private static final String NO_DIGEST = "0".repeat(64);

    private final Tokens tokens;
    private final UnknownCallers unknown;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final InstantSource time;

    SigningIn(
            Tokens tokens,
            UnknownCallers unknown,
            Acts acts,
            TransactionOperations transactions,
            InstantSource time) {
        this.tokens = tokens;
        this.unknown = unknown;
        this.acts = acts;
        this.transactions = transactions;
        this.time = time;
    }

    /// Who it is, or why nobody.
    public sealed interface Outcome {
        record SignedIn(Officer officer) implements Outcome {}

        record Refused(AccessGround ground) implements Outcome {}
    }

    /// Refuses who shows no token at all.
    public Outcome withoutToken() {
        return refuse(AccessGround.TOKEN_MISSING);
    }

    /// Lets the holder of a token in.
    public Outcome signIn(String text) {
        Optional<Token> token = Token.parse(text);
        if (token.isEmpty() || !unknown.mayTry(token.get().officer())) {
            return refuse(AccessGround.TOKEN_UNKNOWN);
        }
        Optional<Tokens.Issued> issued = tokens.of(token.get().officer());
        String digest = issued.map(Tokens.Issued::sha256).orElse(NO_DIGEST);
        if (!token.get().matches(digest) || issued.isEmpty()) {
            return refuse(AccessGround.TOKEN_UNKNOWN);
        }
        return issued.get().revoked() ? refuse(AccessGround.TOKEN_REVOKED) : letIn(issued.get());
    }

    private Outcome letIn(Tokens.Issued issued) {
        Officer officer = issued.officer();
        unknown.letIn(officer.id());
        Instant now = time.instant();
        Instant before = now.minus(Limit.MINUTES_BETWEEN_SIGN_INS.minutes());
        if (!issued.signedInAt().isAfter(before)) {
            transactions.executeWithoutResult(
                    _ -> {
                        if (tokens.signIn(officer.id(), now, before)) {
                            acts.leave(acts.of(officer, "signed-in"));
                        }
                    });
        }
        return new Outcome.SignedIn(officer);
    }

    private Outcome refuse(AccessGround ground) {
        return new Outcome.Refused(unknown.refuse(ground));
    }
}
