package org.counterpart.dossier;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;

/// Reads and writes the canonical form of [Json] (JCS, RFC 8785), and accepts no other form.
///
/// A signature covers bytes, two programs agree on values: they meet only if one value has one byte string.
/// So the reader writes again what it understood and compares. Duplicate names, white space, another order,
/// another escape, a fraction, a lone surrogate: each is refused here and never reaches a decision.
public final class CanonicalJson {
    /// Deeper than anything the protocol says; a bound, so that no sender chooses our stack.
    static final int MAX_DEPTH = 16;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(17)
                                    .build())
                    .build();

    private CanonicalJson() {}

    /// Reads canonical bytes.
    ///
    /// @throws Malformed when the bytes are not the canonical form of a value of [Json]
    public static Json read(byte[] bytes) {
        Json value = readLoosely(bytes);
        if (!Arrays.equals(write(value), bytes)) {
            throw new Malformed("not in canonical form (RFC 8785)");
        }
        return value;
    }

    /// Reads an object in canonical form.
    ///
    /// @throws Malformed when it is something else
    public static Json.Members readObject(byte[] bytes) {
        if (read(bytes) instanceof Json.Members members) {
            return members;
        }
        throw new Malformed("not a JSON object");
    }

    /// Reads the grammar of [Json] in any layout, for what people and their tools write.
    ///
    /// @throws Malformed when the text says something that the grammar cannot
    public static Json readLoosely(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text(bytes))) {
            parser.nextToken();
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("more than one JSON value");
            }
            return value;
        } catch (JacksonException e) {
            throw new Malformed("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8", e);
        }
    }

    private static Json value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Json.Text(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getLongValue());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case null -> throw new Malformed("no JSON value");
            default ->
                    throw new Malformed(
                            "the grammar has no " + token + "; say it as text or leave it out");
        };
    }

    private static Json members(JsonParser parser) {
        var values = new TreeMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName());
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Json.Members(values);
    }

    private static Json items(JsonParser parser) {
        var values = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Json.Items(values);
    }

    private static String wellFormed(String text) {
        if (text.codePoints()
                .anyMatch(
                        point ->
                                point >= Character.MIN_SURROGATE
                                        && point <= Character.MAX_SURROGATE)) {
            throw new Malformed("text holds half a surrogate pair");
        }
        return text;
    }

    /// The canonical bytes of a value.
    ///
    /// @throws Malformed when text in it holds half a surrogate pair, which has no bytes
    public static byte[] write(Json value) {
        var out = new StringBuilder(256);
        try {
            append(out, value);
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(out));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new Malformed("text holds half a surrogate pair", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Appendable out, Json value) throws IOException {
        switch (value) {
            case Json.Text(String text) -> quote(out, text);
            case Json.Whole(long number) -> out.append(Long.toString(number));
            case Json.Flag(boolean flag) -> out.append(Boolean.toString(flag));
            case Json.Items(var values) -> {
                out.append('[');
                for (int i = 0; i < values.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    append(out, values.get(i));
                }
                out.append(']');
            }
            case Json.Members(var values) -> {
                out.append('{');
                String separator = "";
                for (var member : values.entrySet()) {
                    out.append(separator);
                    quote(out, member.getKey());
                    out.append(':');
                    append(out, member.getValue());
                    separator = ",";
                }
                out.append('}');
            }
        }
    }

    /// RFC 8785 3.2.2.2: the two-letter escapes, `\\u00xx` for other controls, everything else as it is.
    private static void quote(Appendable out, String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
