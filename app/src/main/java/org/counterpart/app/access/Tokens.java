package org.counterpart.app.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/// What is kept of the tokens that were given out, in `access.token`: a hash, and when it was last used for the ledger.
@Component
class Tokens {
    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A token that was given out, with who has it.
    record Issued(Officer officer, String sha256, boolean revoked, Instant signedInAt) {}

    private static final String KEEP =
            """
            insert into access.token (officer, sha256, made_at, signed_in_at)
            values (:officer, :sha256, :now, '-infinity')
            """;

    void keep(Token token, Instant now) {
        jdbc.sql(KEEP)
                .param("officer", token.officer().text())
                .param("sha256", token.sha256())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static final String FIND =
            """
            select officer.id, officer.name, officer.label, officer.role, officer.desk,
                   officer.revoked_at is not null as revoked,
                   token.sha256,
                   greatest(token.signed_in_at, 'epoch') as signed_in_at
              from access.token
              join access.officer on officer.id = token.officer
             where token.officer = :officer
            """;

    Optional<Issued> of(OfficerId officer) {
        return jdbc.sql(FIND)
                .param("officer", officer.text())
                .query(
                        (row, _) ->
                                new Issued(
                                        Officers.officer(row),
                                        row.getString("sha256"),
                                        row.getBoolean("revoked"),
                                        row.getTimestamp("signed_in_at").toInstant()))
                .optional();
    }

    private static final String SIGN_IN_UNLESS_ANOTHER_REQUEST_DID =
            """
            update access.token
               set signed_in_at = :now
             where officer = :officer
               and signed_in_at <= :before
            """;

    /// True for the one request that begins the next stretch of work.
    boolean signIn(OfficerId officer, Instant now, Instant before) {
        int signedIn =
                jdbc.sql(SIGN_IN_UNLESS_ANOTHER_REQUEST_DID)
                        .param("officer", officer.text())
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(before))
                        .update();
        return signedIn == 1;
    }
}
