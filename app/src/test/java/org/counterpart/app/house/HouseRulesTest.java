package org.counterpart.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules of the house style for Java, over every module.
class HouseRulesTest {
    private static final int MOST_LINES = 500;
    private static final double LEAST_HIDDEN = 0.40;

    /// The outermost wiring: the only files where the world's time and randomness come in, each with its reason.
    private static final Map<String, String> WIRING =
            Map.of(
                    "app/src/main/java/org/counterpart/app/node/Wiring.java",
                    "hands both to every area",
                    "bench/src/main/java/org/counterpart/bench/ExchangeCommand.java",
                    "hands the clock to what it measures");

    /// The only files besides tests that construct what replicates.
    private static final Set<String> MAKE_THE_MACHINE =
            Set.of(
                    "app/src/main/java/org/counterpart/app/dossiers/VaultConfiguration.java",
                    "lib/simulation/src/main/java/org/counterpart/simulation/Node.java");

    private final List<JavaFile> files = Repository.javaFiles();

    @Test
    void noFileIsLongerThanAReaderHolds() {
        assertThat(
                        files.stream()
                                .filter(file -> file.text().lines().count() > MOST_LINES)
                                .map(JavaFile::path))
                .isEmpty();
    }

    @Test
    void packagesAreAreasAndNotDrawers() {
        Set<String> drawers =
                Set.of("util", "utils", "common", "manager", "helper", "helpers", "dto", "impl");
        assertThat(
                        files.stream()
                                .filter(
                                        file ->
                                                Arrays.stream(file.packageName().split("\\.", -1))
                                                        .anyMatch(drawers::contains)))
                .extracting(JavaFile::path)
                .isEmpty();
    }

    @Test
    void noTypeIsNamedAfterBeingAnImplementation() {
        assertThat(
                        files.stream()
                                .flatMap(file -> file.types().stream())
                                .map(JavaFile.TopLevelType::name))
                .noneMatch(
                        name ->
                                name.endsWith("Impl")
                                        || name.endsWith("Manager")
                                        || name.endsWith("Helper"));
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        List<String> silent =
                files.stream()
                        .filter(JavaFile::isMain)
                        .flatMap(
                                file ->
                                        file.types().stream()
                                                .filter(
                                                        type ->
                                                                type.isPublic()
                                                                        && !type.above()
                                                                                .contains("/// "))
                                                .map(type -> file.path()))
                        .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullSafe() {
        Set<String> described = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        for (JavaFile file : files) {
            used.add(file.packageInModule());
            if (file.isPackageInfo()
                    && file.text().contains("/// ")
                    && file.code().contains("@NullMarked")) {
                described.add(file.packageInModule());
            }
        }
        used.removeAll(described);
        assertThat(used)
                .as("packages without a package-info that has a sentence and @NullMarked")
                .isEmpty();
    }

    @Test
    void fewTypesOfTheProcessAreOpenToOthers() {
        hides(file -> file.path().startsWith("app/"));
    }

    @Test
    void fewTypesOfTheWholeAreOpenToOthers() {
        hides(_ -> true);
    }

    private void hides(Predicate<JavaFile> where) {
        List<JavaFile.TopLevelType> types =
                files.stream()
                        .filter(where)
                        .filter(file -> file.isMain() && !file.isPackageInfo())
                        .flatMap(file -> file.types().stream())
                        .toList();
        long hidden = types.stream().filter(type -> !type.isPublic()).count();
        assertThat((double) hidden / types.size())
                .as(hidden + " of " + types.size() + " top-level types hidden")
                .isGreaterThanOrEqualTo(LEAST_HIDDEN);
    }

    @Test
    void timeAndRandomnessComeInByConstructor() {
        forbid(
                "System\\.currentTimeMillis|Instant\\.now\\(|LocalDate(Time)?\\.now\\(|ZonedDateTime\\.now\\(|Clock\\.system|InstantSource\\.system|new"
                    + " Random\\(|Math\\.random|UUID\\.randomUUID|ThreadLocalRandom",
                file -> file.isMain() && !WIRING.containsKey(file.path()));
    }

    /// A seed makes a test repeatable; time and unseeded chance do not.
    @Test
    void testsDrawFromASeed() {
        forbid(
                "System\\.currentTimeMillis|new"
                        + " Random\\(\\)|Math\\.random|UUID\\.randomUUID|ThreadLocalRandom",
                JavaFile::isTest);
    }

    /// A node runs with all guards (decision 0017).
    @Test
    void nobodyTakesAGuardOutButTheSimulation() {
        forbid(
                "\\bGuards\\.without\\b",
                file -> file.isMain() && !file.path().startsWith("lib/simulation/"));
    }

    /// What the simulation proves holds for the class that the node runs; a second driver of replication would be unproven.
    @Test
    void onlyTheVaultAndTheSimulationMakeTheMachineThatReplicates() {
        forbid(
                "\\bnew\\s+([\\w.]+\\.)?(Exchanging|Replication)\\(|\\b(Exchanging|Replication)\\s*::\\s*new\\b",
                file -> !file.isTest() && !MAKE_THE_MACHINE.contains(file.path()));
    }

    @Test
    void nothingWhoseOrderChangesFromRunToRunIsInTheReplayedLibraries() {
        forbid(
                "\\b(HashMap|HashSet|IdentityHashMap|ConcurrentHashMap)\\b|\\b(Set|Map)\\.(of|copyOf|ofEntries)\\(|toUnmodifiable(Set|Map)|Collectors\\.to(Set|Map)\\(",
                file ->
                        file.isMain()
                                && (file.path().startsWith("lib/replication/")
                                        || file.path().startsWith("lib/simulation/")));
    }

    @Test
    void librariesKnowNoFrameworkNoDatabaseAndNoNetwork() {
        forbid(
                "import (static"
                    + " )?(org\\.springframework|java\\.sql|javax\\.sql|jakarta|java\\.net\\.http|javax\\.net|com\\.sun\\.net"
                    + "|org\\.postgresql|org\\.flywaydb|com\\.zaxxer|picocli)[.\\w]*|java\\.net\\.(Socket|ServerSocket|HttpURLConnection|URLConnection)",
                file -> file.isMain() && file.path().startsWith("lib/"));
    }

    @Test
    void noFailureIsSwallowedOrNameless() {
        forbid("catch \\([^)]*\\)\\s*\\{\\s*\\}", _ -> true);
        forbid("new (RuntimeException|Exception|Throwable|Error)\\(", _ -> true);
    }

    @Test
    void objectsAreMadeWhole() {
        forbid(
                "(?m)^\\s+(public |protected |private )?(final )?void set[A-Z]\\w*\\(",
                JavaFile::isMain);
    }

    @Test
    void testsWaitForEventsAndNotForTime() {
        forbid("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep", JavaFile::isTest);
    }

    @Test
    void testsAreFoundByTheirNameAndReadAsSentences() {
        Pattern test =
                Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|ArchTest|TestFactory)\\b");
        assertThat(
                        files.stream()
                                .filter(file -> file.isTest() && test.matcher(file.code()).find())
                                .map(JavaFile::path))
                .allMatch(path -> path.endsWith("Test.java"));
        forbid("void test[A-Z_]\\w*\\(", JavaFile::isTest);
        forbid("@Disabled\\b", JavaFile::isTest);
    }

    @Test
    void commentsSayOnlyWhatTheCodeCannot() {
        String later = "TO" + "DO|FIX" + "ME|XX" + "X";
        Pattern pattern =
                Pattern.compile(
                        "@auth"
                                + "or\\b|(?m)^[ \\t]*//[ \\t]*[-=*#]{3,}|^[ \\t]*/{5,}|\\b("
                                + later
                                + ")\\b");
        assertThat(files.stream().flatMap(file -> file.places(pattern, file.text()).stream()))
                .isEmpty();
    }

    @Test
    void namesInAWordListAreNotUsed() {
        Map<String, String> better =
                new TreeMap<>(
                        Map.of(
                                "Blacklist",
                                "",
                                "Informant",
                                "HumanSource",
                                "Suspect",
                                "PersonOfInterest"));
        List<String> names =
                files.stream()
                        .flatMap(file -> file.types().stream())
                        .map(JavaFile.TopLevelType::name)
                        .toList();
        assertThat(names).noneMatch(better::containsKey);
    }

    private void forbid(String pattern, Predicate<JavaFile> where) {
        Pattern compiled = Pattern.compile(pattern);
        List<String> found = new ArrayList<>();
        Stream<JavaFile> looked = files.stream().filter(where);
        looked.forEach(file -> found.addAll(file.places(compiled)));
        assertThat(found).isEmpty();
    }
}
