package org.counterpart.app.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Under which account the database server runs. PostgreSQL refuses to run as root, so a node that runs as root hands
/// it to an account that owns nothing else; a node of an ordinary user keeps it under the same user.
///
/// The ways are tried in order of strength: `setpriv` also forbids to regain rights, `runuser` only changes the
/// account, `unshare -U` keeps root outside but looks unprivileged to the server.
record Account(String words, List<String> prefix, Optional<String> owner) {
    private static final String NOBODY = "nobody";
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "PATH",
                    "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                    "LC_ALL",
                    "C",
                    "TZ",
                    "UTC");

    Account {
        prefix = List.copyOf(prefix);
    }

    static Account forThisProcess() {
        if (!System.getProperty("user.name", "").equals("root")) {
            return new Account("this account", List.of(), Optional.empty());
        }
        for (Account account : List.of(setpriv(), runuser(), unshare())) {
            if (account.succeeds("true")) {
                return account;
            }
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and this machine lets root change to no other"
                        + " account (setpriv, runuser and unshare all failed).",
                "Run the node as an ordinary user.");
    }

    private static Account setpriv() {
        return new Account(
                "nobody (setpriv)",
                List.of(
                        "setpriv",
                        "--reuid=nobody",
                        "--regid=" + groupOfNobody(),
                        "--clear-groups",
                        "--no-new-privs",
                        "--"),
                Optional.of(NOBODY));
    }

    private static Account runuser() {
        return new Account(
                "nobody (runuser)", List.of("runuser", "-u", NOBODY, "--"), Optional.of(NOBODY));
    }

    private static Account unshare() {
        return new Account(
                "root in a user namespace (unshare)",
                List.of("unshare", "-U", "--"),
                Optional.empty());
    }

    /// `nogroup` on Debian, `nobody` elsewhere.
    private static String groupOfNobody() {
        return Path.of("/etc/debian_version").toFile().exists() ? "nogroup" : NOBODY;
    }

    /// A command of this account that starts with nothing of our environment, least of all a password.
    ProcessBuilder command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        var builder = new ProcessBuilder(all);
        builder.directory(new File("/"));
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    boolean succeeds(String... words) {
        return run(List.of(words), ProcessBuilder.Redirect.DISCARD) == 0;
    }

    /// Runs to the end, with all output to one place; a program that is not there counts as failed.
    int run(List<String> words, ProcessBuilder.Redirect output) {
        try {
            Process process =
                    command(words)
                            .redirectErrorStream(true)
                            .redirectOutput(output)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException _) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start was interrupted.", e);
        }
    }
}
