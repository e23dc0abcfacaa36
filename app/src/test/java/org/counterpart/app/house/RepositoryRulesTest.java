package org.counterpart.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules of the house for every file that is tracked, whatever its kind.
class RepositoryRulesTest {
    private static final Set<String> TEXT_ENDINGS =
            Set.of(
                    "java",
                    "xml",
                    "md",
                    "sh",
                    "sql",
                    "properties",
                    "config",
                    "html",
                    "css",
                    "svg",
                    "puml",
                    "csv",
                    "json",
                    "txt",
                    "yml");

    /// This file spells out what it forbids.
    private final List<Path> texts =
            Repository.files().stream()
                    .filter(RepositoryRulesTest::isText)
                    .filter(file -> !file.endsWith("RepositoryRulesTest.java"))
                    .toList();

    @Test
    void noFileKnowsAMachine() {
        forbid(
                "/home/[a-z]+/|/Users/[A-Za-z]|/root/\\.|/work/(wt|main|shared)\\b|[A-Z]:\\\\\\\\?Users|\\bm2/repository");
    }

    @Test
    void noFileNamesARegistry() {
        forbid(
                "repo1?\\.maven|repo\\.maven\\.apache|registry\\.npmjs|deb\\.debian\\.org|artifactory|<(distributionManagement|repositories|pluginRepositories)>");
    }

    @Test
    void noFileHoldsASecret() {
        forbid(
                "-----BEGIN [A-Z ]*PRIVATE"
                    + " KEY-----|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{30,}|\\bxox[abp]-[0-9A-Za-z-]{20,}");
        assertThat(Repository.files().stream().map(Path::toString))
                .noneMatch(name -> name.matches(".*\\.(p12|pfx|jks|pem|key|token|password)"));
    }

    @Test
    void scriptsExplainThemselvesAndStopAtTheFirstFailure() throws Exception {
        for (Path script : scripts()) {
            List<String> lines = Files.readAllLines(script);
            assertThat(lines.getFirst()).as(script.toString()).isEqualTo("#!/usr/bin/env bash");
            assertThat(lines.get(1)).as(script + " says what it does").startsWith("# ");
            assertThat(lines).as(script.toString()).contains("set -euo pipefail");
            assertThat(Files.isExecutable(script)).as(script + " can be run").isTrue();
        }
    }

    @Test
    void theEntryOfTheBuildServerIsTwoLines() throws Exception {
        assertThat(Files.readAllLines(Repository.root().resolve(".ci/run")))
                .containsExactly("#!/usr/bin/env bash", "exec \"$(dirname \"$0\")/../bin/ci\"");
    }

    private static List<Path> scripts() throws Exception {
        try (Stream<Path> found = Files.list(Repository.root().resolve("bin"))) {
            return Stream.concat(Stream.of(Repository.root().resolve("counterpart")), found)
                    .filter(file -> !file.endsWith("tools.sh"))
                    .toList();
        }
    }

    private void forbid(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        assertThat(texts.stream().filter(file -> compiled.matcher(Repository.text(file)).find()))
                .as(pattern)
                .isEmpty();
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 || TEXT_ENDINGS.contains(name.substring(dot + 1));
    }
}
