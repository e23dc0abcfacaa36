package org.counterpart.app.node;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// PostgreSQL as it comes with the build, unpacked once for all nodes of an account into a folder named by what is in
/// it. Three nodes may start at once: one unpacks under a lock, and the folder gets its name only when it is whole.
record PostgresBinaries(Path folder) {
    private static final int ANYBODY_RUNS = 0111;
    private static final int BUFFER = 1 << 16;

    static PostgresBinaries unpackedIn(Path shared) {
        URL packed = packed();
        Path folder = shared.resolve("postgresql-" + fingerprint(packed));
        if (!Files.isDirectory(folder)) {
            try (FolderLock _ = FolderLock.take(shared.resolve("unpacking.lock"))) {
                if (!Files.isDirectory(folder)) {
                    unpack(packed, folder);
                }
            }
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL packed() {
        URL found =
                PostgresBinaries.class.getResource("/postgres-linux-" + architecture() + ".txz");
        if (found == null) {
            throw new DatabaseUnavailable(
                    "This build carries no PostgreSQL for "
                            + System.getProperty("os.name", "this system")
                            + " on "
                            + System.getProperty("os.arch", "this machine")
                            + ".",
                    "Set COUNTERPART_DB_URL to a PostgreSQL that runs elsewhere.");
        }
        return found;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    /// Checksum and size from the jar's own table: they tell builds apart, and 15 MB need not be read at each start.
    private static String fingerprint(URL packed) {
        try {
            URLConnection connection = packed.openConnection();
            connection.setUseCaches(false);
            if (connection instanceof JarURLConnection jar) {
                try (JarFile file = jar.getJarFile()) {
                    JarEntry entry = file.getJarEntry(jar.getEntryName());
                    return "%08x-%d".formatted(entry.getCrc(), entry.getSize());
                }
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("The packaged PostgreSQL cannot be read.", e);
        }
        throw new DatabaseUnavailable(
                "The packaged PostgreSQL must lie in a jar, but it is " + packed + ".",
                "Run the program as it was built.");
    }

    private static void unpack(URL packed, Path folder) {
        try {
            Path fresh = Files.createTempDirectory(folder.getParent(), "unpacking-");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var tar =
                    new TarArchiveInputStream(
                            new BufferedInputStream(
                                    new XZInputStream(packed.openStream()), BUFFER))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    write(entry, tar, fresh);
                }
            }
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The packaged PostgreSQL cannot be unpacked into " + folder + ".", e);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder");
        }
        if (entry.isDirectory()) {
            makeFolder(target, folder);
            return;
        }
        Path parent = target.getParent();
        makeFolder(parent == null ? folder : parent, folder);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean runs = (entry.getMode() & ANYBODY_RUNS) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(runs ? "r-xr-xr-x" : "r--r--r--"));
    }

    /// Whatever the umask of the account, others may read: the database's account is one of them.
    private static void makeFolder(Path target, Path top) throws IOException {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = target.getParent();
        if (parent != null && !target.equals(top)) {
            makeFolder(parent, top);
        }
        Files.createDirectory(target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
