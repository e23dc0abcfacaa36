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
                .orElseThrow(() -> none(option, typed, words(list)));
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
                .orElseThrow(() -> none(option, typed, list));
    }

    /// A code as people type and read it.
    static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A day, as ISO 8601 writes it.
    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            throw new TypeConversionException(typed + " is no day such as 2027-01-31");
        }
    }

    static Integer number(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException _) {
            throw new TypeConversionException(typed + " is no whole number");
        }
    }

    /// What the library of dossiers makes of it; what it refuses is told in its words.
    static <T> T meant(Supplier<T> reading, String next) {
        try {
            return reading.get();
        } catch (Malformed e) {
            String why = String.valueOf(e.getMessage());
            throw new Misused(
                    why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".", next);
        }
    }

    private static Misused none(String option, String typed, List<String> list) {
        return new Misused(
                option + " is not " + typed + ".", "It is one of: " + String.join(", ", list));
    }
}
