package org.counterpart.app.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One thing that happened, as one line of the log: a code, ids, numbers and durations.
/// There is no way to put a sentence or a name in: what does not look like an id is written as `?`.
public final class EventLine {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,80}");

    private final String code;
    private final List<String> fields;

    private EventLine(String code, List<String> fields) {
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    /// Starts the line of an event, such as `entry.received`.
    public static EventLine of(String code) {
        return new EventLine(CODE.matcher(code).matches() ? code : "unnamed", List.of());
    }

    /// Adds the id of something.
    public EventLine id(String key, String id) {
        return with(key, ID.matcher(id).matches() ? id : "?");
    }

    /// Adds a number.
    public EventLine count(String key, long number) {
        return with(key, Long.toString(number));
    }

    /// Adds how long something took.
    public EventLine took(Duration duration) {
        return with("took_ms", Long.toString(duration.toMillis()));
    }

    /// Adds what kind of failure it was; its message is left out, because messages quote what they failed on.
    public EventLine failure(Throwable failure) {
        return with("failure", failure.getClass().getSimpleName());
    }

    private EventLine with(String key, String value) {
        List<String> more = new ArrayList<>(fields);
        more.add(key.toLowerCase(Locale.ROOT) + "=" + value);
        return new EventLine(code, more);
    }

    @Override
    public String toString() {
        return "event=" + code + (fields.isEmpty() ? "" : " " + String.join(" ", fields));
    }
}
