package org.counterpart.dossier;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Reads a code of a closed list, and says what is in the list when it is not.
public final class Codes {
    private Codes() {}

    /// The constant of that name.
    ///
    /// @throws Malformed when the list has no such code
    public static <E extends Enum<E>> E of(Class<E> list, String code) {
        return Arrays.stream(list.getEnumConstants())
                .filter(value -> value.name().equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Malformed(
                                        "'"
                                                + code
                                                + "' is none of "
                                                + Arrays.stream(list.getEnumConstants())
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(", "))));
    }
}
