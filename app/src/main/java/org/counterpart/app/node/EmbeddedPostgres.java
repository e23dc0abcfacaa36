package org.counterpart.app.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The PostgreSQL that a node starts for itself, and that never outlives it.
///
/// The problem: a node may end by Ctrl-C (which a terminal sends to every process of the group), by SIGTERM, by a
/// crash or by kill -9, and no server may stay behind, while an orderly end needs the server until the last
/// connection is closed. The choice: a small shell script in a session of its own keeps the server and holds one end
/// of a pipe; the process holds the other. Closing the pipe is the order to stop, and the kernel gives it too when
/// the process dies. Rejected: a shutdown hook alone (kill -9 runs none), `prctl(PR_SET_PDEATHSIG)` (bound to the
/// thread that forked, not to the process), a server that checks by itself whether its parent lives (needs our code
/// in PostgreSQL). Were the script killed together with the process, the next start stops what it finds: it holds the
/// node's lock, so no living process can be using it.
final class EmbeddedPostgres implements Database {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
    private static final int STARTS = 3;
    private static final String USER = "counterpart";

    private final Cluster cluster;
    private final Secret password;
    private final EventLog log;
    private int port;
    private Process keeper;
    private boolean closed;

    private EmbeddedPostgres(Cluster cluster, Secret password, EventLog log) {
        this.cluster = cluster;
        this.password = password;
        this.log = log;
        this.port = Ports.anyFree();
        this.keeper = startKeeper(true);
    }

    static EmbeddedPostgres start(Cluster cluster, Secret password, EventLog log) {
        cluster.makeIfMissing(USER, password);
        var postgres = new EmbeddedPostgres(cluster, password, log);
        postgres.watch(postgres.keeper);
        return postgres;
    }

    @Override
    public synchronized String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public Secret password() {
        return password;
    }

    @Override
    public synchronized String words() {
        return "its own PostgreSQL on 127.0.0.1:"
                + port
                + " in "
                + cluster.home().folder()
                + ", as "
                + cluster.account().words();
    }

    /// Tells the keeper to stop the server and waits for both.
    @Override
    public void close() {
        Process last;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            last = keeper;
        }
        closePipe(last);
        try {
            if (last.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.write(EventLine.of("database.stopped"));
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        cluster.stopStray();
    }

    /// A start can meet the last moments of a server whose node was killed just now, or lose its port to another
    /// program, so it is tried again. Once connections know the port, it stays.
    private Process startKeeper(boolean mayMove) {
        for (int attempt = 1; ; attempt++) {
            cluster.stopStray();
            Process fresh = launch();
            if (becomesReady(fresh)) {
                return fresh;
            }
            closePipe(fresh);
            if (attempt == STARTS) {
                throw new DatabaseUnavailable(
                        "The database in " + cluster.home().folder() + " did not start.",
                        "Its log says why: " + cluster.log());
            }
            if (mayMove) {
                port = Ports.anyFree();
            }
        }
    }

    /// Durable as PostgreSQL is by default. Errors are logged without the statement and its detail, which hold values.
    private Process launch() {
        List<String> words =
                List.of(
                        "setsid",
                        "sh",
                        "-c",
                        script(),
                        "keep-postgres",
                        cluster.binaries().program("postgres"),
                        "-D",
                        cluster.home().cluster().toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "shared_buffers=64MB",
                        "-c",
                        "max_connections=40",
                        "-c",
                        "log_error_verbosity=terse",
                        "-c",
                        "log_min_error_statement=panic");
        try {
            return cluster.account()
                    .command(words)
                    .redirectError(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database server cannot be started.", "Are setsid and sh installed?", e);
        }
    }

    private boolean becomesReady(Process fresh) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            BufferedReader reader = fresh.inputReader(StandardCharsets.US_ASCII);
            String first = reader.readLine();
            if (first == null) {
                return false;
            }
            long server = Long.parseLong(first.strip());
            while (System.nanoTime() < deadline) {
                if (cluster.isReady(server)) {
                    return true;
                }
                if (fresh.waitFor(20, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return false;
        } catch (IOException | NumberFormatException e) {
            throw new DatabaseUnavailable("The keeper of the database said nothing useful.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start was interrupted.", e);
        }
    }

    /// A server that ends while the node lives is started again on the same port.
    private void watch(Process watched) {
        CompletableFuture<Void> _ =
                watched.onExit()
                        .thenAcceptAsync(
                                ended -> {
                                    synchronized (this) {
                                        if (closed) {
                                            return;
                                        }
                                        log.warn(
                                                EventLine.of("database.ended")
                                                        .count("code", ended.exitValue()));
                                        closePipe(ended);
                                        restart();
                                    }
                                });
    }

    private void restart() {
        try {
            keeper = startKeeper(false);
            log.write(EventLine.of("database.restarted").count("port", port));
            watch(keeper);
        } catch (DatabaseUnavailable e) {
            log.warn(EventLine.of("database.restart-failed").failure(e));
        }
    }

    private void closePipe(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            log.write(EventLine.of("database.pipe-was-closed").failure(e));
        }
    }

    private static String script() {
        try (InputStream in = EmbeddedPostgres.class.getResourceAsStream("keep-postgres.sh")) {
            if (in == null) {
                throw new DatabaseUnavailable(
                        "This build lacks keep-postgres.sh.", "It is broken; take another.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DatabaseUnavailable("The script keep-postgres.sh cannot be read.", e);
        }
    }
}
