package org.counterpart.app.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why a holder keeps under its law what was taken back (FEATURES C10: kept under law, with ground, court and review).
///
/// A closed list where we write. Where we read, a code of a newer release is shown as it stands: what a holder's law demands
/// is for its own state to say.
public enum KeepingGround {
    /// A court or another authority with that power ordered that it be kept.
    COURT_ORDER,
    /// It is evidence in a case that is pending, Directive (EU) 2016/680 art. 16(3)(b).
    EVIDENCE_IN_PENDING_CASE,
    /// It must be shown to the defence.
    DEFENCE_DISCLOSURE,
    /// Domestic law says for how long such records are kept.
    RETENTION_LAW;

    /// The code in the payload, such as `court-order`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All codes.
    public static List<String> codes() {
        return Arrays.stream(values()).map(KeepingGround::code).toList();
    }

    /// The ground of one of the [#codes()].
    public static KeepingGround of(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is none of " + codes()));
    }
}
