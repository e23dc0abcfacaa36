package org.counterpart.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

/// The limit: how many commits of one small row the same PostgreSQL makes in a second.
final class Commits {
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final int PORT_LINE = 3;

    private final String url;
    private final String password;

    Commits(Path data, String node) throws IOException {
        Path folder = data.resolve(node);
        var kept = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("node.properties"))) {
            kept.load(in);
        }
        Path home = Path.of(kept.getProperty("database-home", folder.resolve("db").toString()));
        String port =
                Files.readAllLines(home.resolve("cluster/postmaster.pid")).get(PORT_LINE).strip();
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        this.password = Files.readString(folder.resolve("database.password")).strip();
    }

    void print(int writers) throws InterruptedException {
        prepare();
        System.out.printf("commits, 1 writer     %.1f/s%n", rate(1));
        System.out.printf("commits, %d writers    %.1f/s%n", writers, rate(writers));
    }

    private double rate(int writers) throws InterruptedException {
        var commits = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofPlatform().start(() -> commit(start + LENGTH.toNanos(), commits)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return commits.get() / ((System.nanoTime() - start) / 1e9);
    }

    private void prepare() {
        try (Connection connection = connect();
                var create =
                        connection.prepareStatement(
                                "create table if not exists bench_commit (at bigint)")) {
            create.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be measured", e);
        }
    }

    private void commit(long end, AtomicLong commits) {
        try (Connection connection = connect();
                var insert =
                        connection.prepareStatement("insert into bench_commit (at) values (?)")) {
            while (System.nanoTime() < end) {
                insert.setLong(1, commits.incrementAndGet());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be measured", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "counterpart", password);
    }
}
