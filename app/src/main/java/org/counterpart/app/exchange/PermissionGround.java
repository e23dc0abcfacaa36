package org.counterpart.app.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why an originator does not release what its handling codes forbid. Who asked is told this code and no words.
///
/// A closed list where we write. Where we read, a code of a newer release is shown as it stands: a refusal holds whatever
/// its ground.
public enum PermissionGround {
    /// What is wanted is evidence, and is asked for by a formal request (UNTOC art. 18).
    NEEDS_FORMAL_REQUEST,
    /// It would show who or what it came from.
    SOURCE_AT_RISK,
    /// It would harm an investigation or proceeding under way (UNTOC art. 18(25)).
    ONGOING_PROCEEDINGS,
    /// It rests on what another authority gave, and that one has not released it.
    NOT_OURS_TO_GIVE,
    /// The reason that was given does not carry the use that was asked for.
    PURPOSE_TOO_WIDE,
    /// Domestic law forbids that use.
    DOMESTIC_LAW,
    /// Sovereignty, security, public order or other essential interests (UNTOC art. 18(21)(b)).
    ESSENTIAL_INTERESTS;

    /// The code in the payload, such as `source-at-risk`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All codes.
    public static List<String> codes() {
        return Arrays.stream(values()).map(PermissionGround::code).toList();
    }

    /// The ground of one of the [#codes()].
    public static PermissionGround of(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is none of " + codes()));
    }
}
