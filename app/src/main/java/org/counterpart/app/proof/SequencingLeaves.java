package org.counterpart.app.proof;

import org.counterpart.ledger.Frontier;
import org.counterpart.ledger.Hash;
import org.counterpart.ledger.Leaf;
import org.counterpart.ledger.Salt;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;

/// Gives leaves their place in the log, after the acts that they tell of were committed.
///
/// The problem: the log is one sequence, hashed in order, but acts commit in any order, and a transaction that began
/// early can commit late. Numbers from a database sequence would have holes where a transaction failed, and "all
/// above the last arrival" would pass over a leaf that was not committed yet, for ever. A lock that every act holds
/// until its commit would make all officers wait for each other.
///
/// The choice: an act inserts its leaf without a number and is done. One sequencer at a time (an advisory lock) takes
/// the leaves that are visible to it and have no number, in order of arrival, and writes numbers, hashes and frontier
/// in one transaction. A leaf that commits late is visible, and without a number, the next time. Whatever the process
/// dies at, either all of a batch is there or nothing of it. The order within the log is therefore that of being
/// seen, not that of the claimed times; nothing else was ever promised.
@Component
final class SequencingLeaves {
    /// Bounds the memory and the length of one transaction: a leaf has at most 9 kB.
    static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final LogStates logs;
    private final TransactionTemplate transaction;

    SequencingLeaves(JdbcClient jdbc, LogStates logs, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.logs = logs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Numbers what is committed now, unless another process is doing so.
    void unlessTaken() {
        boolean more = true;
        while (more) {
            more = transaction.execute(_ -> logs.lockUnlessTaken() && batch());
        }
    }

    /// Numbers what is committed now; waits when another process is doing so.
    void whenFree() {
        boolean more = true;
        while (more) {
            more =
                    transaction.execute(
                            _ -> {
                                logs.lockWhenFree();
                                return batch();
                            });
        }
    }

    /// Whether more may be waiting.
    private boolean batch() {
        List<Waiting> waiting = waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        Frontier before = logs.read().frontier();
        Frontier after = before;
        var numbered = new ArrayList<Numbered>();
        for (Waiting leaf : waiting) {
            // As it stands: somebody who edits a waiting row must not stop the log; the verifier
            // will name it.
            Hash hash = Leaf.hash(after.size(), leaf.salt(), leaf.act());
            numbered.add(new Numbered(leaf.arrival(), after.size(), hash));
            after = after.append(hash);
        }
        number(numbered);
        logs.move(before, after);
        return waiting.size() == BATCH;
    }

    private static final String WAITING =
            """
            select arrival, salt, act
              from proof.leaf
             where number is null
             order by arrival
             limit :batch
            """;

    private List<Waiting> waiting() {
        return jdbc.sql(WAITING)
                .param("batch", BATCH)
                .query(
                        (row, _) ->
                                new Waiting(
                                        row.getLong("arrival"),
                                        Salt.of(row.getBytes("salt")),
                                        row.getString("act")))
                .list();
    }

    private static final String NUMBER =
            """
            update proof.leaf as leaf
               set number = given.number, hash = given.hash
              from unnest(:arrivals, :numbers, :hashes) as given (arrival, number, hash)
             where leaf.arrival = given.arrival
               and leaf.number is null
            """;

    private void number(List<Numbered> leaves) {
        var arrivals = leaves.stream().map(Numbered::arrival).toArray(Long[]::new);
        var numbers = leaves.stream().map(Numbered::number).toArray(Long[]::new);
        var hashes = leaves.stream().map(leaf -> leaf.hash().bytes()).toArray(byte[][]::new);
        int written =
                jdbc.sql(NUMBER)
                        .param("arrivals", new SqlArrayValue("bigint", (Object[]) arrivals))
                        .param("numbers", new SqlArrayValue("bigint", (Object[]) numbers))
                        .param("hashes", new SqlArrayValue("bytea", (Object[]) hashes))
                        .update();
        if (written != leaves.size()) {
            throw new IncorrectUpdateSemanticsDataAccessException(
                    "of " + leaves.size() + " waiting leaves " + written + " took a number");
        }
    }

    private record Waiting(long arrival, Salt salt, String act) {}

    private record Numbered(long arrival, long number, Hash hash) {}
}
