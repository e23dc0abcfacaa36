package org.counterpart.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"en", "fr", "ar", "vi", "zh-Hant", "pt-BR", "es-419", "fil", "ms", "sw-KE"})
    void knowsTheLanguagesInWhichDesksWrite(String tag) {
        assertThat(LanguageTag.isKnown(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "xx", "klingon", "english", "e", "en_GB", "en-ZZZ", "vi-QX", "qqq", "und", "1"
            })
    void knowsNoOther(String tag) {
        assertThat(LanguageTag.isKnown(tag)).isFalse();
    }
}
