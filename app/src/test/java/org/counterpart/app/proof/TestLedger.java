package org.counterpart.app.proof;

import com.zaxxer.hikari.HikariDataSource;

import org.awaitility.Awaitility;
import org.counterpart.app.node.EventLog;
import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.counterpart.ledger.LedgerVerifier;
import org.counterpart.ledger.LogSigner;
import org.counterpart.ledger.Verification;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/// The ledger of one process over a database of its own, put together by hand so that nothing moves by itself.
final class TestLedger {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Act.Actor DESK = new Act.Actor.Desk(new Code("k5dq"), new Code("investigator"));
    static final LogSigner SIGNER = signer(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataSource source;
    final TestTime time;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Wake wake = new Wake();
    final Strangers strangers;
    final Leaves leaves;
    final LogStates logs;
    final Checkpoints checkpoints;
    final SequencingLeaves sequencing;
    final SigningCheckpoint signing;
    final RecordingStrangers recording;
    final ExportingLedger exporting;
    final ShowingHead showing;

    private TestLedger(DataSource source, TestTime time) {
        this.source = source;
        this.time = time;
        var transactions = new JdbcTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        jdbc = JdbcClient.create(source);
        strangers = new Strangers(time);
        leaves = new Leaves(jdbc, transactions, new SecureRandom(), wake, strangers);
        logs = new LogStates(jdbc);
        checkpoints = new Checkpoints(jdbc);
        sequencing = new SequencingLeaves(jdbc, logs, transactions);
        signing =
                new SigningCheckpoint(
                        logs, checkpoints, SIGNER, transactions, time, new EventLog());
        recording = new RecordingStrangers(strangers, leaves, transactions, time);
        exporting =
                new ExportingLedger(
                        leaves,
                        sequencing,
                        signing,
                        new NumberedLeaves(jdbc),
                        checkpoints,
                        transactions,
                        time);
        showing = new ShowingHead(sequencing, signing);
    }

    static TestLedger in(HikariDataSource server, String database) {
        JdbcClient.create(server).sql("create database " + database).update();
        var source =
                new DriverManagerDataSource(
                        server.getJdbcUrl().replaceFirst("/postgres$", "/" + database),
                        server.getUsername(),
                        server.getPassword());
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("proof")
                .locations("classpath:db/migration/proof")
                .load()
                .migrate();
        return new TestLedger(source, new TestTime());
    }

    /// The same ledger in another process, or in the same after a restart.
    TestLedger elsewhere() {
        return new TestLedger(source, time);
    }

    static LogSigner signer(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return LogSigner.of("counterpart/node/6f2a", bytes);
    }

    static Act read(String subject) {
        return Act.of(new Code("read"), NOON, DESK).about(new Code(subject));
    }

    /// Commits one act for each subject.
    TestLedger holds(String... subjects) {
        for (String subject : subjects) {
            transaction.executeWithoutResult(_ -> leaves.add(read(subject)));
        }
        return this;
    }

    /// Commits and numbers acts, with a checkpoint after every ten.
    TestLedger holdsNumbered(int count) {
        for (int number = 0; number < count; number++) {
            holds("e" + number);
            if (number % 10 == 9) {
                time.passes(Duration.ofMinutes(1));
                sequencing.whenFree();
                signing.whenDue();
            }
        }
        sequencing.whenFree();
        return this;
    }

    /// The subjects of the numbered leaves, in the order of the log.
    List<String> subjects() {
        return jdbc.sql("select act from proof.leaf where number is not null order by number")
                .query(
                        (row, _) ->
                                Act.parse(row.getString("act"))
                                        .flatMap(Act::subject)
                                        .map(Code::value)
                                        .orElse("?"))
                .list();
    }

    long count(String from) {
        return jdbc.sql("select count(*) from proof." + from).query(Long.class).single();
    }

    void edit(String statement, Object... values) {
        jdbc.sql(statement).params(List.of(values)).update();
    }

    String export() {
        var out = new ByteArrayOutputStream();
        try {
            exporting.begin(DESK).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    static Verification verify(String export) {
        try {
            return new LedgerVerifier(SIGNER.key())
                    .verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Verification verifiedExport() {
        return verify(export());
    }

    /// Runs the work, lets it run into a lock that somebody else holds on a row or table, and kills its connection
    /// there, as a crash of the process would.
    void killedAt(String lockingStatement, Runnable work) {
        Thread[] worker = new Thread[1];
        transaction.executeWithoutResult(
                _ -> {
                    new JdbcTemplate(source).execute(lockingStatement);
                    worker[0] = Thread.ofVirtual().start(() -> fails(work));
                    Awaitility.await("blocked").atMost(PATIENCE).until(() -> !blocked().isEmpty());
                    blocked()
                            .forEach(
                                    pid ->
                                            jdbc.sql("select pg_terminate_backend(?)")
                                                    .param(pid)
                                                    .query(_ -> {}));
                });
        try {
            worker[0].join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<Integer> blocked() {
        return jdbc.sql(
                        """
                        select pid
                          from pg_stat_activity
                         where datname = current_database()
                           and cardinality(pg_blocking_pids(pid)) > 0
                        """)
                .query((row, _) -> row.getInt("pid"))
                .list();
    }

    private static void fails(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException _) {
            return; // As ordered.
        }
        throw new AssertionError("the work was not killed");
    }

    /// The row of the log as it is stored.
    Map<String, @Nullable Object> log() {
        return jdbc.sql("select epoch, size, encode(peaks, 'hex') as peaks from proof.log")
                .query()
                .singleRow();
    }
}
