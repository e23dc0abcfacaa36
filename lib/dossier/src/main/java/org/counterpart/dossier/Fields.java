package org.counterpart.dossier;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The members of one object, taken out one by one at the border; what is left over is refused.
///
/// A name that this version does not know may carry a rule that it would then break, so it is never skipped.
public final class Fields {
    private static final int SHORT = 256;

    /// The end of the year 9999: RFC 3339 writes years of four digits, and every database holds them.
    private static final long LAST_MILLISECOND = 253_402_300_799_999L;

    private final Json.Members members;
    private final Set<String> left;

    public Fields(Json.Members members) {
        this.members = members;
        this.left = new TreeSet<>(members.values().keySet());
    }

    /// The members of a value.
    ///
    /// @throws Malformed when the value is not an object
    public static Fields of(Json value) {
        if (value instanceof Json.Members object) {
            return new Fields(object);
        }
        throw new Malformed("expected an object");
    }

    public boolean has(String name) {
        return members.values().containsKey(name);
    }

    /// Text of at most `maxLength` UTF-16 units.
    public String text(String name, int maxLength) {
        return bounded(name, textOf(name, take(name)), maxLength);
    }

    private static String bounded(String name, String value, int maxLength) {
        if (value.length() > maxLength) {
            throw new Malformed(
                    name
                            + " has "
                            + value.length()
                            + " characters, at most "
                            + maxLength
                            + " are allowed");
        }
        return value;
    }

    /// A short code or identity, at most 256 characters.
    public String code(String name) {
        return text(name, SHORT);
    }

    public <T> T code(String name, Function<String, T> parse) {
        return parse.apply(code(name));
    }

    public long whole(String name) {
        if (take(name) instanceof Json.Whole(long number)) {
            return number;
        }
        throw new Malformed(name + " is not a whole number");
    }

    /// Milliseconds since 1970, UTC, up to the end of the year 9999.
    ///
    /// @throws Malformed for a time outside: what cannot be stored everywhere is refused at the border
    public Instant instant(String name) {
        long millis = whole(name);
        if (millis < 0 || millis > LAST_MILLISECOND) {
            throw new Malformed(name + " is not a time between 1970 and 9999");
        }
        return Instant.ofEpochMilli(millis);
    }

    /// A time as precise as it is sent, so that who wrote it and who read it hold the same.
    static Instant asSent(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean flag(String name) {
        if (take(name) instanceof Json.Flag(boolean flag)) {
            return flag;
        }
        throw new Malformed(name + " is neither true nor false");
    }

    /// Bytes as base64url without padding, exactly `length` of them.
    public byte[] bytes(String name, int length) {
        byte[] value = bytes(name);
        if (value.length != length) {
            throw new Malformed(
                    name + " has " + value.length + " bytes, " + length + " are allowed");
        }
        return value;
    }

    public byte[] bytes(String name) {
        return decoded(name, textOf(name, take(name)));
    }

    public Fields object(String name) {
        return of(take(name));
    }

    public Json.Members members(String name) {
        if (take(name) instanceof Json.Members object) {
            return object;
        }
        throw new Malformed(name + " is not an object");
    }

    /// A list of short codes or identities.
    public <T> List<T> texts(String name, int most, Function<String, T> parse) {
        return list(name, most, value -> parse.apply(bounded(name, textOf(name, value), SHORT)));
    }

    public <T> List<T> list(String name, int most, Function<Json, T> parse) {
        if (!(take(name) instanceof Json.Items(var values))) {
            throw new Malformed(name + " is not a list");
        }
        if (values.size() > most) {
            throw new Malformed(
                    name + " has " + values.size() + " items, at most " + most + " are allowed");
        }
        var parsed = new ArrayList<T>(values.size());
        for (Json value : values) {
            parsed.add(parse.apply(value));
        }
        return List.copyOf(parsed);
    }

    /// Says that nothing else was expected.
    ///
    /// @throws Malformed when members were not taken
    public void end() {
        if (!left.isEmpty()) {
            throw new Malformed("unknown member " + left.iterator().next());
        }
    }

    private Json take(String name) {
        @Nullable Json value = members.values().get(name);
        if (value == null) {
            throw new Malformed(name + " is missing");
        }
        left.remove(name);
        return value;
    }

    private static String textOf(String name, Json value) {
        if (value instanceof Json.Text(String text)) {
            return text;
        }
        throw new Malformed(name + " is not text");
    }

    /// Base64url without padding; one byte string has one spelling, so stray trailing bits are refused.
    public static byte[] decoded(String name, String text) {
        try {
            byte[] value = Base64.getUrlDecoder().decode(text);
            if (encoded(value).equals(text)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed(name + " is not base64url", e);
        }
        throw new Malformed(name + " is not base64url in its one canonical spelling");
    }

    public static String encoded(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    static String hex(String what, String text, int bytes) {
        boolean lower =
                text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!lower || text.length() != 2 * bytes) {
            throw new Malformed(what + " is not " + 2 * bytes + " lower-case hex digits");
        }
        return text;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
