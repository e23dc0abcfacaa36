package org.counterpart.app.exchange.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Part;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.Codes;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The members of one object of a form; what cannot be read is refused with the name of the member, and with what is
/// allowed there where that is a closed list.
final class Parts {
    private static final int MOST_WORDS = 4_000;
    private static final int LONGEST_CODE = 256;

    private final Fields fields;
    private final String before;

    /// @param before what stands before the names in a refusal, such as `handling.`
    Parts(Fields fields, String before) {
        this.fields = fields;
        this.before = before;
    }

    boolean has(String name) {
        return fields.has(name);
    }

    /// A short code or name.
    String code(String name) {
        return text(name, LONGEST_CODE);
    }

    <T> T code(String name, Function<String, T> parse) {
        return read(name, List.of(), () -> fields.code(name, parse));
    }

    /// A code of a closed list.
    <E extends Enum<E>> E choice(String name, Class<E> list) {
        return read(name, names(list), () -> fields.code(name, code -> Codes.of(list, code)));
    }

    /// Codes of a closed list.
    <E extends Enum<E>> List<E> choices(String name, Class<E> list) {
        List<String> allowed = names(list);
        return read(
                name,
                allowed,
                () -> fields.texts(name, allowed.size(), code -> Codes.of(list, code)));
    }

    /// A word of a short list.
    String word(String name, List<String> allowed) {
        return word(name, allowed, word -> word);
    }

    <T> T word(String name, List<String> allowed, Function<String, T> parse) {
        String word = read(name, allowed, () -> fields.code(name));
        if (!allowed.contains(word)) {
            throw unreadable(before + name, allowed);
        }
        return parse.apply(word);
    }

    String text(String name) {
        return text(name, MOST_WORDS);
    }

    String text(String name, int most) {
        String text = read(name, List.of(), () -> fields.text(name, Integer.MAX_VALUE));
        if (text.length() > most) {
            var part = new Part(before + name, List.of(Integer.toString(most)));
            throw new NotDone(Refusal.pointing(SendingGround.TEXT_TOO_LONG, part));
        }
        return text;
    }

    boolean flag(String name) {
        return read(name, List.of("true", "false"), () -> fields.flag(name));
    }

    /// A whole number of a short list.
    long whole(String name, List<String> allowed) {
        long number = read(name, allowed, () -> fields.whole(name));
        if (!allowed.contains(Long.toString(number))) {
            throw unreadable(before + name, allowed);
        }
        return number;
    }

    Instant instant(String name) {
        return read(name, List.of(), () -> fields.instant(name));
    }

    <T> List<T> texts(String name, int most, Function<String, T> parse) {
        return read(name, List.of(), () -> fields.texts(name, most, parse));
    }

    <T> List<T> list(String name, int most, Function<Json, T> parse) {
        return read(name, List.of(), () -> fields.list(name, most, parse));
    }

    Json.Members members(String name) {
        return read(name, List.of(), () -> fields.members(name));
    }

    /// Nothing else was handed in.
    void end() {
        fields.end();
    }

    static NotDone unreadable(String name, List<String> allowed) {
        return new NotDone(Refusal.unreadable(new Part(name, allowed)));
    }

    private <T> T read(String name, List<String> allowed, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Malformed _) {
            throw unreadable(before + name, allowed);
        }
    }

    private static <E extends Enum<E>> List<String> names(Class<E> list) {
        return Arrays.stream(list.getEnumConstants()).map(Enum::name).toList();
    }
}
