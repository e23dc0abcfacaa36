package org.counterpart.app.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The folder of this account outside any clone, which the database's account can reach: it holds the unpacked
/// PostgreSQL, and the databases of clones that lie where that account cannot go, such as below /root.
final class SharedFolder {
    private static final Set<PosixFilePermission> OTHERS_READ =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private SharedFolder() {}

    /// The first place that can be had. A folder that others could write to is passed over: what lies in it is run.
    static Path find(Account account) {
        List<Path> candidates = candidates(System.getProperty("user.name", "someone"));
        for (Path candidate : candidates) {
            if (isOurs(candidate) && account.succeeds("test", "-x", candidate.toString())) {
                return candidate;
            }
        }
        throw new DatabaseUnavailable(
                "None of the folders "
                        + candidates
                        + " can be made, kept from others' writing and"
                        + " reached by the database's account.",
                "Make one of them usable.");
    }

    private static List<Path> candidates(String user) {
        List<Path> found = new ArrayList<>();
        if (user.equals("root")) {
            found.add(Path.of("/var/lib/counterpart"));
        } else {
            found.add(Path.of(System.getProperty("user.home", "/"), ".cache", "counterpart"));
        }
        found.add(Path.of("/var/tmp", "counterpart-" + user));
        found.add(Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "counterpart-" + user));
        return found;
    }

    private static boolean isOurs(Path folder) {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, OTHERS_READ);
            }
            Set<PosixFilePermission> seen =
                    Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
            return Files.isWritable(folder)
                    && !seen.contains(PosixFilePermission.GROUP_WRITE)
                    && !seen.contains(PosixFilePermission.OTHERS_WRITE)
                    && isOwnedByUs(folder);
        } catch (IOException _) {
            return false; // Cannot be made here; the next candidate may do.
        }
    }

    private static boolean isOwnedByUs(Path folder) throws IOException {
        return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                .getName()
                .equals(System.getProperty("user.name", ""));
    }
}
