package org.counterpart.app.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One file of words as it stands, with the lines that a `Properties` would not show.
record LanguageFile(Language language, List<String> lines) {
    /// The files of one bundle, in every language.
    static List<LanguageFile> all(String bundle) {
        return List.of(Language.values()).stream().map(one -> read(bundle, one)).toList();
    }

    static LanguageFile read(String bundle, Language language) {
        String name = bundle + "_" + language.tag() + ".properties";
        try (InputStream in = Sentences.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
            return new LanguageFile(language, text.lines().toList());
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /// The keys in the order of the file, with those that stand twice.
    List<String> keys() {
        return lines.stream().filter(LanguageFile::isPair).map(line -> pair(line)[0]).toList();
    }

    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        lines.stream()
                .filter(LanguageFile::isPair)
                .map(LanguageFile::pair)
                .forEach(pair -> values.put(pair[0], pair[1]));
        return values;
    }

    /// Its lines whose value has that fault, for the report of a test.
    List<String> faulty(Predicate<Map.Entry<String, String>> fault) {
        return values().entrySet().stream()
                .filter(fault)
                .map(one -> language.tag() + ": " + one)
                .toList();
    }

    /// What is wanted and absent, and what is there unwanted: short enough to read in a report.
    List<String> differences(Set<String> wanted) {
        return Stream.concat(
                        wanted.stream()
                                .filter(key -> !values().containsKey(key))
                                .map(key -> language.tag() + " lacks " + key),
                        keys().stream()
                                .filter(key -> !wanted.contains(key))
                                .map(key -> language.tag() + " needs no " + key))
                .toList();
    }

    private static boolean isPair(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private static String[] pair(String line) {
        return line.split("=", 2);
    }
}
