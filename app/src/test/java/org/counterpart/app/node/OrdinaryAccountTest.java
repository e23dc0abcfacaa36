package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A node of an ordinary account: nothing of it needs root. When the tests run as root they change to `nobody`, whose
/// home does not even exist; else the tests are such an account themselves.
class OrdinaryAccountTest {
    @Test
    void runsANodeWithoutRoot() throws Exception {
        Path top = Files.createTempDirectory("counterpart-user-");
        TestFolders.letOthersThrough(top);
        Path data = Files.createDirectory(top.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var node =
                NodeProcessUnderTest.launch(asOrdinary(), readableClassPath(top), data, "vn")
                        .ready()) {
            assertThat(node.output()).contains("as this account");
            node.signal("-TERM");
            assertThat(node.exitCode()).isEqualTo(143);
            node.leavesNoProcess();
        } finally {
            TestFolders.delete(top);
        }
    }

    private static List<String> asOrdinary() {
        return System.getProperty("user.name", "").equals("root")
                ? List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--")
                : List.of();
    }

    /// Root's repository of jars is closed to others, so the class path is copied.
    private static String readableClassPath(Path top) throws Exception {
        Path copies = Files.createDirectory(top.resolve("classes"));
        List<String> entries = new ArrayList<>();
        for (String entry :
                System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator, -1)) {
            Path copy = copies.resolve(entries.size() + "-" + Path.of(entry).getFileName());
            copyAll(Path.of(entry), copy);
            entries.add(copy.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copyAll(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
