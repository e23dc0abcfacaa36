package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The roll of officers in `access.officer`.
@Component
class Officers {
    private final JdbcClient jdbc;

    Officers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String ADD_UNLESS_NAME_IS_TAKEN =
            """
            insert into access.officer (id, name, label, role, desk, added_at)
            values (:id, :name, :label, :role, :desk, :now)
            on conflict (name) where revoked_at is null do nothing
            """;

    /// False when a live officer has the name.
    boolean add(Officer officer, Instant now) {
        int added =
                jdbc.sql(ADD_UNLESS_NAME_IS_TAKEN)
                        .param("id", officer.id().text())
                        .param("name", officer.name().text())
                        .param("label", officer.label().text())
                        .param("role", officer.role().code())
                        .param("desk", officer.desk().map(DeskId::text).orElse(null))
                        .param("now", Timestamp.from(now))
                        .update();
        return added == 1;
    }

    private static final String ANY =
            """
            select exists (select from access.officer)
            """;

    boolean isEmpty() {
        return !jdbc.sql(ANY).query(Boolean.class).single();
    }

    private static final String LIVE_OR_LAST_REVOKED_OF_A_NAME =
            """
            select number, id, name, label, role, desk, added_at, revoked_at
              from access.officer
             where name = :name
             order by (revoked_at is null) desc, number desc
             limit 1
               for update
            """;

    /// The live officer of that name, else who had it last; nobody else changes the row until the transaction ends.
    Optional<Enrolment> lock(OfficerName name) {
        return jdbc.sql(LIVE_OR_LAST_REVOKED_OF_A_NAME)
                .param("name", name.text())
                .query((row, _) -> enrolment(row))
                .optional();
    }

    private static final String LOCK_LIVE_OPERATORS =
            """
            select number
              from access.officer
             where role = 'operator'
               and revoked_at is null
             order by number
               for update
            """;

    /// How many operators there are; they stay as many until the transaction ends, so that two who revoke each other
    /// at once do not leave the node without one.
    int lockOperators() {
        return jdbc.sql(LOCK_LIVE_OPERATORS).query(Long.class).list().size();
    }

    private static final String REVOKE =
            """
            update access.officer
               set revoked_at = :now
             where number = :number
            """;

    void revoke(Enrolment.Live officer, Instant now) {
        jdbc.sql(REVOKE)
                .param("number", officer.number())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static final String GIVE_POST =
            """
            update access.officer
               set role = :role,
                   desk = :desk
             where number = :number
            """;

    void give(Enrolment.Live officer, Post post) {
        jdbc.sql(GIVE_POST)
                .param("number", officer.number())
                .param("role", post.role().code())
                .param("desk", post.desk().map(DeskId::text).orElse(null))
                .update();
    }

    private static final String PAGE =
            """
            select number, id, name, label, role, desk, added_at, revoked_at
              from access.officer
             where number > :after
             order by number
             limit :most
            """;

    List<Enrolment> after(long number, int most) {
        return jdbc.sql(PAGE)
                .param("after", number)
                .param("most", most)
                .query((row, _) -> enrolment(row))
                .list();
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        Instant addedAt = row.getTimestamp("added_at").toInstant();
        Timestamp revokedAt = row.getTimestamp("revoked_at");
        return revokedAt == null
                ? new Enrolment.Live(number, officer(row), addedAt)
                : new Enrolment.Revoked(number, officer(row), addedAt, revokedAt.toInstant());
    }

    /// From a row that has id, name, label, role and desk.
    static Officer officer(ResultSet row) throws SQLException {
        String code = row.getString("role");
        Role role =
                Role.of(code)
                        .orElseThrow(() -> new IllegalStateException("no role is called " + code));
        String desk = row.getString("desk");
        return Officer.of(
                new OfficerId(row.getString("id")),
                new OfficerName(row.getString("name")),
                new Label(row.getString("label")),
                desk == null ? new Post.OfNode(role) : new Post.OfDesk(role, new DeskId(desk)));
    }
}
