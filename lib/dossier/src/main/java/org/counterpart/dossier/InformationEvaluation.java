package org.counterpart.dossier;

import java.util.Arrays;

/// How far the information itself can be relied on, judged apart from its source; there is no default.
public enum InformationEvaluation {
    /// Accuracy is not in doubt.
    NOT_IN_DOUBT(1),
    /// Known personally to the source, not to the reporting official.
    KNOWN_TO_THE_SOURCE(2),
    /// Not known personally to the source, but corroborated by other recorded information.
    CORROBORATED(3),
    /// Not known personally to the source and cannot be corroborated.
    CANNOT_BE_CORROBORATED(4);

    private final int code;

    InformationEvaluation(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// The evaluation of a code from 1 to 4.
    ///
    /// @throws Malformed for another number
    public static InformationEvaluation of(long code) {
        return Arrays.stream(values())
                .filter(value -> value.code == code)
                .findFirst()
                .orElseThrow(() -> new Malformed("information is evaluated 1 to 4, not " + code));
    }
}
