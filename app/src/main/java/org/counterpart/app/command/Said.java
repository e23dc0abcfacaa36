package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What a node says in JSON, in the form in which people read it.
final class Said {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Said() {}

    static String text(JsonNode json, String name) {
        return json.path(name).stringValue("");
    }

    /// `recall to answer` of `RECALL_TO_ANSWER`.
    static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    /// `H2 needs permission` of `HANDLING_H2_NEEDS_PERMISSION`: a ground without the area that it comes from.
    static String ground(String code) {
        return words(code.substring(code.indexOf('_') + 1)).replaceFirst("^h([0-3]) ", "H$1 ");
    }

    /// A time of the wire, which is milliseconds.
    static String time(JsonNode millis) {
        return MINUTES.format(Instant.ofEpochMilli(millis.longValue(0)));
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.stringValue("")).toList();
    }

    static String list(JsonNode list) {
        return String.join(", ", texts(list));
    }
}
