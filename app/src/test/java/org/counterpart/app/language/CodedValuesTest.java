package org.counterpart.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.Role;
import org.counterpart.app.directory.DeskKind;
import org.counterpart.app.exchange.ItemKind;
import org.counterpart.app.exchange.KeepingGround;
import org.counterpart.app.exchange.PermissionGround;
import org.counterpart.app.exchange.RecallGround;
import org.counterpart.app.exchange.RefusalGround;
import org.counterpart.app.exchange.Request;
import org.counterpart.app.exchange.Urgency;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.InformationEvaluation;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.SourceEvaluation;
import org.counterpart.dossier.Tlp;
import org.counterpart.dossier.Use;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every coded value that a screen shows has a label, in every language.
class CodedValuesTest {
    private static final List<Class<? extends Enum<?>>> LISTS =
            List.of(
                    RefusalGround.class,
                    RecallGround.class,
                    KeepingGround.class,
                    PermissionGround.class,
                    ItemKind.class,
                    Urgency.class,
                    DeskKind.class,
                    Role.class,
                    Picture.Standing.class,
                    Purpose.class,
                    HandlingCode.class,
                    SourceEvaluation.class,
                    InformationEvaluation.class,
                    Tlp.class,
                    Use.class,
                    Ruling.Permit.class);

    /// Fits one line of a phone in small print, or two.
    private static final int MOST_CHARACTERS = 100;

    /// The same word in both languages.
    private static final Set<String> SAME_IN_ENGLISH = Set.of("fr: DeskKind.POLICE=Police");

    private final CodedValues values = new CodedValues();
    private final List<LanguageFile> files = LanguageFile.all("coded");
    private final LanguageFile english = LanguageFile.read("coded", Language.ENGLISH);

    @Test
    void everyValueHasALabelInEveryLanguageAndNoLabelIsLeftOver() {
        assertThat(files).flatMap(file -> file.differences(keysOfTheCode())).isEmpty();
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
    void everyLabelIsShortAndNoSentence() {
        assertThat(files)
                .flatMap(
                        file ->
                                file.faulty(
                                        one ->
                                                !one.getValue().matches("\\S.*[^\\s.]")
                                                        || one.getValue().length()
                                                                > MOST_CHARACTERS))
                .isEmpty();
    }

    @Test
    void noLabelIsLeftInEnglish() {
        List<String> same = new ArrayList<>();
        for (LanguageFile file : files) {
            if (file.language() != Language.ENGLISH) {
                same.addAll(
                        file.faulty(
                                one -> one.getValue().equals(english.values().get(one.getKey()))));
            }
        }
        assertThat(same).containsExactlyInAnyOrderElementsOf(SAME_IN_ENGLISH);
    }

    @Test
    void arabicLabelsAreInArabic() {
        assertThat(
                        LanguageFile.read("coded", Language.ARABIC)
                                .faulty(one -> !one.getValue().matches(".*\\p{IsArabic}.*")))
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
    void knowsACodeAsItStandsOnTheWire() {
        assertThat(values.label("DeskKind", "border-guard", Language.FRENCH))
                .isEqualTo(values.label("DeskKind", "BORDER_GUARD", Language.FRENCH))
                .isEqualTo("Garde-frontière");
    }

    @Test
    void givesTheCodeItselfWhenANewerReleaseCoinedIt() {
        assertThat(values.label("DeskKind", "space-guard", Language.ARABIC))
                .isEqualTo("space-guard");
    }

    private static Set<String> keysOfTheCode() {
        Set<String> keys = new TreeSet<>();
        for (Class<? extends Enum<?>> list : LISTS) {
            Stream.of(list.getEnumConstants())
                    .forEach(one -> keys.add(list.getSimpleName() + "." + one.name()));
        }
        Arrays.stream(Request.class.getPermittedSubclasses())
                .map(state -> "Request." + inCapitals(state.getSimpleName()))
                .forEach(keys::add);
        return keys;
    }

    /// `AnsweredInPart` to `ANSWERED_IN_PART`.
    private static String inCapitals(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
