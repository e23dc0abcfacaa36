package org.counterpart.app.proof;

import org.counterpart.ledger.SignedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that this node signed about its log, in the order in which it signed.
@Component
final class Checkpoints {
    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String NEW =
            """
            insert into proof.checkpoint (size, note, at)
            values (:size, :note, :at)
            """;

    void add(SignedCheckpoint signed) {
        jdbc.sql(NEW)
                .param("size", signed.checkpoint().size())
                .param("note", new String(signed.note(), StandardCharsets.UTF_8))
                .param("at", Timestamp.from(signed.checkpoint().at()))
                .update();
    }

    private static final String LAST =
            """
            select serial, size, note, at
              from proof.checkpoint
             order by serial desc
             limit 1
            """;

    Optional<Stored> last() {
        return jdbc.sql(LAST).query(Checkpoints::stored).optional();
    }

    private static final String PAGE =
            """
            select serial, size, note, at
              from proof.checkpoint
             where serial > :after
               and serial <= :last
             order by serial
             limit :most
            """;

    List<Stored> page(long after, long last, int most) {
        return jdbc.sql(PAGE)
                .param("after", after)
                .param("last", last)
                .param("most", most)
                .query(Checkpoints::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("serial"),
                row.getLong("size"),
                row.getString("note"),
                row.getTimestamp("at").toInstant());
    }

    /// A row: what was stored, not what was verified.
    record Stored(long serial, long size, String note, Instant at) {
        byte[] bytes() {
            return note.getBytes(StandardCharsets.UTF_8);
        }
    }
}
