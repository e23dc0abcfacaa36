package org.counterpart.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Which language a reader gets.
class LanguageTest {
    @Test
    void isTheFirstWishThatWeSpeak() {
        assertThat(wished("sw", "vi", "fr")).isEqualTo(Language.VIETNAMESE);
    }

    @Test
    void keepsTheOrderOfTheWishesAndNotOurs() {
        assertThat(wished("ar", "en")).isEqualTo(Language.ARABIC);
    }

    @Test
    void doesNotAskForTheReadersCountry() {
        assertThat(wished("fr-CM")).isEqualTo(Language.FRENCH);
    }

    @Test
    void doesNotAskForTheReadersScript() {
        assertThat(wished("ar-Arab-SD")).isEqualTo(Language.ARABIC);
    }

    @Test
    void isEnglishWhenWeSpeakNoneOfThem() {
        assertThat(wished("sw", "my")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void isEnglishWhenNothingIsWished() {
        assertThat(wished()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void isEnglishWhenAnyLanguageWillDo() {
        assertThat(Language.of(List.of(Locale.ROOT))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void isFoundByItsOwnTag() {
        assertThat(Language.values())
                .allSatisfy(one -> assertThat(wished(one.tag())).isEqualTo(one));
    }

    private static Language wished(String... tags) {
        return Language.of(Arrays.stream(tags).map(Locale::forLanguageTag).toList());
    }
}
