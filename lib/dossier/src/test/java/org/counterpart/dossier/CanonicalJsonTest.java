package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

class CanonicalJsonTest {
    /// RFC 8785 3.2.4, the whole sample.
    private static final String SAMPLE =
            "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b33"
                + "33333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c"
                + "22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";

    @Test
    void sortsTheNamesOfTheStandardByUtf16Units() {
        String sample =
                """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """;
        assertThat(canonical(sample))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void writesTheStringOfTheStandardByteForByte() {
        String said = "{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}";
        byte[] whole = HexFormat.of().parseHex(SAMPLE);
        String member = new String(whole, UTF_8).replaceFirst(".*(\"string\")", "{$1");
        assertThat(canonical(said)).isEqualTo(member);
    }

    @Test
    void writesTheLiteralsOfTheStandardThatTheGrammarHas() {
        assertThat(canonical("{ \"literals\" : [ true , false ] }"))
                .isEqualTo("{\"literals\":[true,false]}");
    }

    /// The numbers and the null of RFC 8785 3.2.4 are where writers differ; our grammar cannot say them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "333333333.33333329",
                "333333333.3333333",
                "1E30",
                "1e+30",
                "4.50",
                "4.5",
                "2e-3",
                "0.002",
                "0.000000000000000000000000001",
                "1e-27",
                "null"
            })
    void refusesTheNumbersAndTheNullOfTheStandard(String value) {
        assertRefused("[" + value + "]");
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> canonical("[" + value + "]"));
    }

    @Test
    void refusesTheWholeSampleOfTheStandardForItsNumbers() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CanonicalJson.read(HexFormat.of().parseHex(SAMPLE)));
    }

    @Test
    void agreesWithAnIndependentWriterOnRandomDocuments() throws IOException {
        var documents = new Documents(20_261_102);
        for (int i = 0; i < 4_000; i++) {
            byte[] ours = documents.object().bytes();
            byte[] theirs = new JsonCanonicalizer(new String(ours, UTF_8)).getEncodedUTF8();
            assertThat(new String(ours, UTF_8)).isEqualTo(new String(theirs, UTF_8));
        }
    }

    @Test
    void readsBackWhatItWrote() {
        var documents = new Documents(7);
        for (int i = 0; i < 2_000; i++) {
            Json.Members document = documents.object();
            assertThat(CanonicalJson.readObject(document.bytes())).isEqualTo(document);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"b\":1,\"a\":2}",
                "{\"\ufb33\":1,\"\ud83d\ude00\":2}",
                "{\"a\": 1}",
                "{\"a\":1}\n",
                " {\"a\":1}",
                "[1 ,2]",
                "\ufeff{\"a\":1}",
                "[\"\\u0061\"]",
                "[\"\\/\"]",
                "[\"\\u000A\"]",
                "[\"\\u000a\"]",
                "[\"\\u001F\"]",
                "[\"\\u20ac\"]",
                "[\"\\ud83d\\ude00\"]",
                "[\"\u0001\"]",
                "[\"\\ud83d\"]",
                "[\"\\ude00\\ud83d\"]",
                "[\"\\x\"]",
                "[01]",
                "[-0]",
                "[+1]",
                "[1.0]",
                "[1e0]",
                "[1E2]",
                "[.5]",
                "[9007199254740992]",
                "[-9007199254740992]",
                "[99999999999999999999999999]",
                "[NaN]",
                "[Infinity]",
                "[null]",
                "{\"a\":null}",
                "{'a':1}",
                "{a:1}",
                "[1,]",
                "{\"a\":1,}",
                "[1]//",
                "[/**/1]",
                "[1][2]",
                "[1]]",
                "{\"a\":1}x",
                "{\"a\"}",
                "{\"a\":",
                "[1",
                "[",
                "\"a",
                "tru",
                "",
                " "
            })
    void refusesEveryOtherForm(String text) {
        assertRefused(text);
    }

    @Test
    void readsTheLargestNumbersThatEveryReaderKeeps() {
        assertThat(CanonicalJson.read("[9007199254740991,-9007199254740991]".getBytes(UTF_8)))
                .isEqualTo(
                        Json.items(
                                List.of(
                                        new Json.Whole(Json.MAX_NUMBER),
                                        new Json.Whole(-Json.MAX_NUMBER))));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Json.Whole(Json.MAX_NUMBER + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"\u00c3\"]", "[\"\u00c0\u00af\"]", "[\"\u00ed\u00a0\u0080\"]"})
    void refusesBytesThatAreNotUtf8(String asLatin) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CanonicalJson.read(asLatin.getBytes(ISO_8859_1)))
                .withMessageContaining("UTF-8");
    }

    @Test
    void goesSixteenLevelsDeepAndNoFurther() {
        assertThat(CanonicalJson.read(nested(CanonicalJson.MAX_DEPTH))).isNotNull();
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CanonicalJson.read(nested(CanonicalJson.MAX_DEPTH + 1)));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CanonicalJson.read(nested(200_000)));
    }

    @Test
    void readsAnObjectOnlyWhereAnObjectIsAskedFor() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CanonicalJson.readObject("[]".getBytes(UTF_8)));
    }

    @Test
    void doesNotWriteHalfASurrogatePair() {
        for (String half : List.of("\ud83d", "\ude00", "a\ud83db")) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> new Json.Text(half).bytes());
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> Json.object().with(half, 1).bytes());
        }
    }

    @Test
    void replacesAndTakesAwayMembersWithoutTouchingTheOriginal() {
        Json.Members one = Json.object().with("a", 1).with("b", true);
        assertThat(new String(one.with("a", "x").without("b").bytes(), UTF_8))
                .isEqualTo("{\"a\":\"x\"}");
        assertThat(new String(one.bytes(), UTF_8)).isEqualTo("{\"a\":1,\"b\":true}");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> one.values().clear());
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
    }

    private static String canonical(String text) {
        return new String(CanonicalJson.readLoosely(text.getBytes(UTF_8)).bytes(), UTF_8);
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CanonicalJson.read(text.getBytes(UTF_8)));
    }
}
