package org.counterpart.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Every refusal that a person can meet is said, in every language, and nothing else is.
class SentencesTest {
    /// Two lines on a small phone; longer ones are not read.
    private static final int MOST_CHARACTERS = 160;

    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> CODES_IN_ARABIC =
            Set.of(
                    "H0",
                    "H1",
                    "H2",
                    "H3",
                    "TLP",
                    // A language, by its tag.
                    "BCP",
                    "ar",
                    "en",
                    "zh",
                    "Hant",
                    "RED",
                    "AMBER",
                    "STRICT",
                    "JSON",
                    "A",
                    "B",
                    "C",
                    "X",
                    // What is typed as it stands, in every language.
                    "add",
                    "alternative",
                    "court",
                    "information",
                    "lang",
                    "list",
                    "members",
                    "permission",
                    "purpose",
                    "reason",
                    "refuse",
                    "source",
                    "use");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private final Sentences sentences = new Sentences();
    private final List<LanguageFile> files = LanguageFile.all("refusals");
    private final LanguageFile english = LanguageFile.read("refusals", Language.ENGLISH);

    @Test
    void theEnumsOfRefusalsAreFoundByThemselves() {
        assertThat(CodesInUse.enumsOfRefusals())
                .contains(
                        "AccessGround",
                        "RequestRefusal",
                        "DirectoryGround",
                        "SendingGround",
                        "FederationGround",
                        "VaultRefusal",
                        "VoidReason",
                        "ParcelRefusal",
                        "EnvelopeRefusal",
                        "HandlingGround",
                        "AppendRefusal",
                        "BatchRefusal");
    }

    @Test
    void everyRefusalHasASentenceAndANextStepInEveryLanguageAndNoneIsLeftOver() {
        Set<String> wanted = new TreeSet<>();
        for (String code : CodesInUse.refusals()) {
            wanted.add(code + ".sentence");
            wanted.add(code + ".next");
        }
        CodesInUse.reasons().forEach(code -> wanted.add(code + ".sentence"));
        assertThat(files).flatMap(file -> file.differences(wanted)).isEmpty();
    }

    @Test
    void everyReasonHasASentenceInEveryLanguage() {
        List<String> silent = new ArrayList<>();
        for (Language language : Language.values()) {
            CodesInUse.reasons().stream()
                    .filter(code -> sentences.reason(code, language).isEmpty())
                    .forEach(code -> silent.add(language.tag() + ": " + code));
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void allLanguagesHaveTheSameKeysInTheSameOrder() {
        assertThat(files)
                .filteredOn(file -> !file.keys().equals(english.keys()))
                .extracting(LanguageFile::language)
                .isEmpty();
    }

    @Test
    void noKeyStandsTwice() {
        assertThat(english.keys()).doesNotHaveDuplicates();
    }

    @Test
    void everySentenceEndsAsOneAndIsShort() {
        assertThat(files)
                .flatMap(
                        file ->
                                file.faulty(
                                        one ->
                                                !one.getValue().matches("\\S.*\\S[.!?؟]")
                                                        || one.getValue().length()
                                                                > MOST_CHARACTERS))
                .isEmpty();
    }

    @Test
    void noSentenceHasRoomForAValue() {
        assertThat(files)
                .flatMap(file -> file.faulty(one -> one.getValue().matches(".*[{}%<>\\\\].*")))
                .isEmpty();
    }

    @Test
    void noSentenceIsLeftInEnglish() {
        assertThat(files)
                .filteredOn(file -> file.language() != Language.ENGLISH)
                .flatMap(
                        file ->
                                file.faulty(
                                        one ->
                                                one.getValue()
                                                        .equals(
                                                                english.values()
                                                                        .get(one.getKey()))))
                .isEmpty();
    }

    @Test
    void arabicIsWrittenInArabicButForCodes() {
        assertThat(
                        LanguageFile.read("refusals", Language.ARABIC)
                                .faulty(one -> !isArabic(one.getValue())))
                .isEmpty();
    }

    @Test
    void vietnameseIsWrittenWithItsMarks() {
        assertThat(
                        LanguageFile.read("refusals", Language.VIETNAMESE)
                                .faulty(one -> !BEYOND_ASCII.matcher(one.getValue()).find()))
                .isEmpty();
    }

    @Test
    void draftsOfAMachineSaySo() {
        assertThat(files)
                .filteredOn(file -> file.language() != Language.ENGLISH)
                .allSatisfy(
                        file ->
                                assertThat(file.lines().getFirst())
                                        .startsWith("# Machine-drafted"));
    }

    @Test
    void givesTheWordsOfACode() {
        Wording wording = sentences.of("EXCHANGE_NO_ADDRESSEE", Language.FRENCH);
        assertThat(wording)
                .isEqualTo(
                        new Wording(
                                "Aucun bureau destinataire n'est indiqué.",
                                "Choisissez au moins un bureau."));
    }

    @Test
    void saysSoWhenTheCodeIsOfANewerRelease() {
        assertThat(Arrays.stream(Language.values()))
                .allSatisfy(
                        language ->
                                assertThat(sentences.of("EXCHANGE_FROM_THE_FUTURE", language))
                                        .isEqualTo(
                                                sentences.of(
                                                        Sentences.CODE_UNKNOWN_HERE, language)));
    }

    @Test
    void hasNoReasonForACodeThatIsUnknown() {
        assertThat(sentences.reason("ACCESS_BECAUSE_OF_THE_FUTURE", Language.ENGLISH)).isEmpty();
    }

    private static boolean isArabic(String text) {
        return ARABIC.matcher(text).find()
                && LATIN_WORD
                        .matcher(text)
                        .results()
                        .allMatch(word -> CODES_IN_ARABIC.contains(word.group()));
    }
}
