package org.counterpart.app.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of this repository: what git tracks, and what is new and not ignored.
final class Repository {
    private static final Path ROOT =
            Path.of(System.getProperty("counterpart.root", "..")).toAbsolutePath().normalize();

    private Repository() {}

    static Path root() {
        return ROOT;
    }

    static List<Path> files() {
        try {
            Process git =
                    new ProcessBuilder(
                                    "git",
                                    "-c",
                                    "core.quotepath=off",
                                    "-c",
                                    "safe.directory=*",
                                    "ls-files",
                                    "--cached",
                                    "--others",
                                    "--exclude-standard")
                            .directory(ROOT.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new AssertionError("git lists no files in " + ROOT);
            }
            return listed.lines()
                    .sorted()
                    .distinct()
                    .map(ROOT::resolve)
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static List<JavaFile> javaFiles() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(JavaFile::of)
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
