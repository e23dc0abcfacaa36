package org.counterpart.app.proof;

import org.counterpart.ledger.Frontier;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the one row that says how far the log is, and the lock of whoever moves it.
///
/// The lock is PostgreSQL's, so it also holds between processes, and it ends with the transaction, however that ends.
/// Who has it sees everything that the holder before committed, because each statement reads anew (READ COMMITTED).
@Component
final class LogStates {
    /// `ledger` in ASCII; no other part of the node locks this number.
    private static final long LOCK = 0x6c6564676572L;

    private final JdbcClient jdbc;

    LogStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String LOCK_UNLESS_TAKEN =
            """
            select pg_try_advisory_xact_lock(:lock)
            """;

    boolean lockUnlessTaken() {
        return jdbc.sql(LOCK_UNLESS_TAKEN).param("lock", LOCK).query(Boolean.class).single();
    }

    private static final String LOCK_WHEN_FREE =
            """
            select pg_advisory_xact_lock(:lock)
            """;

    void lockWhenFree() {
        jdbc.sql(LOCK_WHEN_FREE).param("lock", LOCK).query(_ -> {});
    }

    private static final String STATE =
            """
            select epoch, size, peaks
              from proof.log
            """;

    LogState read() {
        return jdbc.sql(STATE)
                .query(
                        (row, _) ->
                                new LogState(
                                        row.getLong("epoch"),
                                        Frontier.of(row.getLong("size"), row.getBytes("peaks"))))
                .single();
    }

    private static final String MOVE =
            """
            update proof.log
               set size = :size, peaks = :peaks
             where size = :sizeBefore
            """;

    /// A second guard behind the lock: a log that is not where it was read is never moved.
    void move(Frontier before, Frontier after) {
        int moved =
                jdbc.sql(MOVE)
                        .param("size", after.size())
                        .param("peaks", after.bytes())
                        .param("sizeBefore", before.size())
                        .update();
        if (moved != 1) {
            throw new IncorrectUpdateSemanticsDataAccessException(
                    "the log moved away from size " + before.size());
        }
    }
}
