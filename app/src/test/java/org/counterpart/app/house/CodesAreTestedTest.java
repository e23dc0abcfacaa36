package org.counterpart.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.language.CodesInUse;
import org.counterpart.app.language.CodesInUse.Borne;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// No refusal is known from its page alone: each code stands in a test, which says when a person or a node meets it.
class CodesAreTestedTest {
    /// Codes that no test meets, each with the reason.
    private static final Map<String, String> NOT_MET =
            Map.of(
                    "VAULT_NOT_UNIQUE",
                    "two entries whose ids begin with the same 32 bits cannot be made in a test",
                    "FEDERATION_UNREACHED_CONNECT_TIMED_OUT",
                    "wants a host that swallows packets, and ten seconds of waiting for it");

    private final List<String> tests =
            Repository.javaFiles().stream()
                    .filter(JavaFile::isTest)
                    .filter(file -> !file.path().endsWith("/CodesAreTestedTest.java"))
                    .map(JavaFile::text)
                    .toList();

    @Test
    void everyCodeStandsInATest() {
        assertThat(CodesInUse.borne())
                .filteredOn(code -> !NOT_MET.containsKey(code.code()))
                .filteredOn(code -> tests.stream().noneMatch(test -> names(test, code)))
                .isEmpty();
    }

    @Test
    void everyExceptionIsACodeThatNoTestMeets() {
        var unmet = new TreeSet<String>();
        CodesInUse.borne().stream()
                .filter(code -> tests.stream().noneMatch(test -> names(test, code)))
                .forEach(code -> unmet.add(code.code()));

        assertThat(unmet).containsAll(NOT_MET.keySet());
    }

    /// By the code, by its constant, or in a table of constants whose type stands in the same test.
    private static boolean names(String test, Borne code) {
        return hasWord(test, code.code())
                || (hasWord(test, code.type()) && hasWord(test, code.constant()));
    }

    private static boolean hasWord(String text, String word) {
        return text.contains(word)
                && Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text).find();
    }
}
