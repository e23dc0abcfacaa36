package org.counterpart.app.command;

import org.counterpart.dossier.Malformed;

import picocli.CommandLine.TypeConversionException;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What a person typed, on its way to the words of the wire.
final class Typed {
    /// What a day looks like, for the sentence that says so.
    static final String A_DAY = "a day such as 2027-01-31";

    private static final int LONGEST_SIGN = 2;

    private Typed() {}

    /// A code as it goes on the wire: `asset-recovery` is `ASSET_RECOVERY`.
    static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// A code of a closed list.
    static <E extends Enum<E>> E code(String option, Class<E> list, String typed) {
        return Arrays.stream(list.getEnumConstants())
                .filter(value -> value.name().equals(code(typed)))
                .findFirst()
                .orElseThrow(() -> Misused.value(option, typed, oneOf(words(list))));
    }

    /// All codes of a closed list, as people type them.
    static <E extends Enum<E>> List<String> words(Class<E> list) {
        return Arrays.stream(list.getEnumConstants()).map(Typed::word).toList();
    }

    /// A word of a short list, as it is in the list.
    static String word(String option, List<String> list, String typed) {
        return list.stream()
                .filter(word -> code(word).equals(code(typed)))
                .findFirst()
                .orElseThrow(() -> Misused.value(option, typed, oneOf(list)));
    }

    /// A code as people type and read it; one that is a sign rather than a word, such as `H0` and `A`, stays as it is.
    static String word(Enum<?> code) {
        return code.name().length() <= LONGEST_SIGN
                ? code.name()
                : code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `a, b or c`.
    static String oneOf(List<String> list) {
        return joined(list, " or ");
    }

    /// `a, b and c`.
    static String allOf(List<String> list) {
        return joined(list, " and ");
    }

    private static String joined(List<String> list, String last) {
        if (list.size() < 2) {
            return String.join("", list);
        }
        return String.join(", ", list.subList(0, list.size() - 1)) + last + list.getLast();
    }

    /// A day, as ISO 8601 writes it.
    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            throw new TypeConversionException(typed + " is not " + A_DAY);
        }
    }

    /// What the library of dossiers makes of it; what it refuses is told in its words.
    static <T> T meant(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Malformed e) {
            String why = String.valueOf(e.getMessage());
            throw new Misused(
                    why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".");
        }
    }
}
