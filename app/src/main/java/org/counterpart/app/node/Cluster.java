package org.counterpart.app.node;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/// The files of one embedded database: made once, freed from a server that an earlier process left, asked whether the
/// server is ready.
record Cluster(DatabaseHome home, PostgresBinaries binaries, Account account, Path log) {
    private static final String READY = "ready";
    private static final int PID_LINE = 0;
    private static final int STATUS_LINE = 7;

    /// Runs `initdb` unless it was done. Sorting by code point (builtin locale) makes every node sort alike whatever
    /// the machine's libraries are.
    void makeIfMissing(String user, Secret password) {
        if (Files.isDirectory(home.cluster())) {
            return;
        }
        delete(home.unfinished());
        Path word = home.folder().resolve("password");
        PrivateFiles.replace(word, password.bytes(SecretAccess.GRANTED));
        DatabaseHome.give(word, account.owner());
        int ended =
                account.run(
                        List.of(
                                binaries.program("initdb"),
                                "-D",
                                home.unfinished().toString(),
                                "-U",
                                user,
                                "-E",
                                "UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C",
                                "--data-checksums",
                                "--no-instructions",
                                "--auth=scram-sha-256",
                                "--pwfile=" + word),
                        ProcessBuilder.Redirect.appendTo(log.toFile()));
        delete(word);
        if (ended != 0) {
            throw new DatabaseUnavailable(
                    "The new database in " + home.folder() + " could not be made.",
                    "Its log says why: " + log);
        }
        try {
            Files.move(home.unfinished(), home.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FolderUnusable(home.cluster(), e);
        }
    }

    /// Stops the server of a process that was killed. The caller holds the node's lock, so nobody uses that server.
    void stopStray() {
        Optional<ProcessHandle> stray = server();
        if (stray.isEmpty()) {
            return;
        }
        for (String manner : List.of("fast", "immediate")) {
            account.run(
                    List.of(
                            binaries.program("pg_ctl"),
                            "stop",
                            "-D",
                            home.cluster().toString(),
                            "-m",
                            manner,
                            "-w",
                            "-t",
                            "20"),
                    ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (server().isEmpty()) {
                return;
            }
        }
        throw new DatabaseUnavailable(
                "An earlier database server (process " + stray.get().pid() + ") does not stop.",
                "Stop it by hand.");
    }

    boolean isReady(long serverPid) {
        List<String> lines = postmasterFile();
        return lines.size() > STATUS_LINE
                && lines.get(PID_LINE).strip().equals(Long.toString(serverPid))
                && lines.get(STATUS_LINE).strip().equals(READY);
    }

    /// The server that runs on these files now. A number that another program has by now does not count: it is no
    /// postgres, and its file is stale.
    private Optional<ProcessHandle> server() {
        List<String> lines = postmasterFile();
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(
                                p ->
                                        p.info()
                                                .command()
                                                .map(c -> c.endsWith("postgres"))
                                                .orElse(true));
        if (process.isEmpty()) {
            delete(home.cluster().resolve("postmaster.pid"));
        }
        return process;
    }

    private List<String> postmasterFile() {
        Path file = home.cluster().resolve("postmaster.pid");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            return List.of(); // The server is writing or removing it at this moment.
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(
                    path,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path folder, @Nullable IOException problem) throws IOException {
                            Files.delete(folder);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new FolderUnusable(path, e);
        }
    }
}
