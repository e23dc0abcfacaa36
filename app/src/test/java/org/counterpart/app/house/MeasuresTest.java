package org.counterpart.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.house.Methods.Kind;
import org.counterpart.app.house.Methods.Method;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The measures of the house style: how much a reader must hold at once. What a file may have at most and how many types
/// are hidden is in [HouseRulesTest].
class MeasuresTest {
    private static final int MOST_LINES_OF_A_METHOD = 40;
    private static final int MOST_PARAMETERS = 5;

    /// A constructor that the container calls is handed its collaborators, in one place and by type, so that nobody can mix
    /// them up; a record made only to carry them would be a drawer. A class that needs more than this does too much.
    private static final int MOST_COLLABORATORS = 7;

    private final List<JavaFile> files = Repository.javaFiles();
    private final List<Method> methods =
            Methods.of(
                    files.stream()
                            .filter(file -> !file.isPackageInfo())
                            .map(file -> Repository.root().resolve(file.path()))
                            .toList());

    @Test
    void noMethodIsLongerThanAPage() {
        assertThat(methods).noneMatch(method -> method.lines() > MOST_LINES_OF_A_METHOD);
    }

    @Test
    void mostMethodsAreShort() {
        List<Integer> lines =
                methods.stream()
                        .filter(method -> method.isMain() && method.lines() > 0)
                        .map(Method::lines)
                        .toList();
        assertThat(share(lines, 0.50)).as("median").isLessThanOrEqualTo(6);
        assertThat(share(lines, 0.95)).as("95 %").isLessThanOrEqualTo(20);
    }

    @Test
    void noMethodTakesMoreThanACallerCanKeepInOrder() {
        assertThat(methods)
                .filteredOn(method -> method.kind() == Kind.METHOD)
                .noneMatch(method -> method.parameters() > MOST_PARAMETERS);
        assertThat(methods)
                .filteredOn(method -> method.kind() != Kind.CONSTRUCTOR_OF_A_RECORD)
                .noneMatch(method -> method.parameters() > MOST_COLLABORATORS);
    }

    @Test
    void mostMethodsTakeAFew() {
        List<Integer> parameters =
                methods.stream()
                        .filter(method -> method.isMain() && method.kind() == Kind.METHOD)
                        .map(Method::parameters)
                        .toList();
        assertThat(share(parameters, 0.95)).isLessThanOrEqualTo(3);
    }

    /// Of what ships. A test of a door is a list of cases, and longer: it has the upper limit alone.
    @Test
    void mostFilesAreShort() {
        List<Integer> lines =
                files.stream()
                        .filter(file -> isCode(file) && !file.isPackageInfo())
                        .map(MeasuresTest::lines)
                        .toList();
        assertThat(share(lines, 0.50)).as("median").isLessThanOrEqualTo(60);
        assertThat(share(lines, 0.95)).as("95 %").isLessThanOrEqualTo(250);
    }

    /// The simulation and the measurements count as test: they ship to nobody, and exist only to find out whether the rest
    /// is right and fast enough.
    @Test
    void thereIsAsMuchTestAsCode() {
        int code = sum(MeasuresTest::isCode);
        int test = sum(file -> !isCode(file));
        assertThat(test)
                .as("lines of test beside %d lines of code", code)
                .isGreaterThanOrEqualTo(code);
    }

    private int sum(Predicate<JavaFile> which) {
        return files.stream().filter(which).mapToInt(MeasuresTest::lines).sum();
    }

    private static boolean isCode(JavaFile file) {
        return file.isMain()
                && Stream.of("lib/simulation/", "bench/").noneMatch(file.path()::startsWith);
    }

    private static int lines(JavaFile file) {
        return (int) file.text().lines().count();
    }

    /// The value that this share of all does not pass.
    private static int share(List<Integer> values, double share) {
        return values.stream().sorted().toList().get((int) (values.size() * share));
    }
}
