package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry-made",
                "H2",
                "17",
                "SG-VN-0001",
                "LEDGER_TAIL_CUT",
                "counterpart/node/6f2a:1.0",
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
            })
    void takesCodesAndIds(String value) {
        assertThat(new Code(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Nguyen",
                "Van Nguyen",
                "nguyễn",
                "van nguyen",
                "a\"b",
                "a\\b",
                "a\n",
                "-a",
                "a@b.org",
                "+84901234567"
            })
    void refusesWhatLooksLikeANameOrFreeText(String value) {
        assertThatExceptionOfType(LedgerMisuse.NotACode.class).isThrownBy(() -> new Code(value));
    }

    @Test
    void refusesMoreThan128Characters() {
        assertThat(new Code("a".repeat(128)).value()).hasSize(128);
        assertThatExceptionOfType(LedgerMisuse.NotACode.class)
                .isThrownBy(() -> new Code("a".repeat(129)));
    }

    @Test
    void doesNotRepeatARefusedValueInTheMessage() {
        assertThatExceptionOfType(LedgerMisuse.NotACode.class)
                .isThrownBy(() -> new Code("Van Nguyen"))
                .withMessageStartingWith("a code of 10 characters does not match");
    }
}
