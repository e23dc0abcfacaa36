package org.counterpart.app.exchange;

import org.counterpart.dossier.Malformed;

import java.time.Duration;
import java.util.Arrays;

/// How long an answer may take, counted from the receiver's signed receipt (after Directive (EU) 2023/977 art. 5).
public enum Urgency {
    /// All that is not urgent.
    WEEK("7d", Duration.ofDays(7)),
    /// Urgent, and the answer must be fetched from elsewhere; a reason is given.
    THREE_DAYS("3d", Duration.ofDays(3)),
    /// Urgent, and the answer is at hand; a reason is given.
    EIGHT_HOURS("8h", Duration.ofHours(8));

    private final String code;
    private final Duration time;

    Urgency(String code, Duration time) {
        this.code = code;
        this.time = time;
    }

    public String code() {
        return code;
    }

    public Duration time() {
        return time;
    }

    boolean needsAReason() {
        return this != WEEK;
    }

    public static Urgency of(String code) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new Malformed("a clock is 7d, 3d or 8h, not '" + code + "'"));
    }
}
