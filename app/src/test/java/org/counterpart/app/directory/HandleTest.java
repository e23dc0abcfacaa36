package org.counterpart.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.StateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How people name a desk, on a keyboard and over the telephone.
class HandleTest {
    HandleTest() {}

    @ParameterizedTest
    @CsvSource({
        "vn/customs-intelligence, VN, customs-intelligence, ''",
        "VN/customs, VN, customs, ''",
        "sg/c2, SG, c2, ''",
        "sg/customs@1f3a9c2b, SG, customs, 1f3a9c2b",
        "sg/customs@1f3a9c2b1f3a9c2b1f3a9c2b1f3a9c2b, SG, customs, 1f3a9c2b1f3a9c2b1f3a9c2b1f3a9c2b"
    })
    void readsStateNameAndNode(String text, String state, String slug, String node) {
        assertThat(Handle.parse(text)).hasValue(new Handle(new StateCode(state), slug, node));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "customs",
                "vn/",
                "/customs",
                "vnm/customs",
                "v/customs",
                "vn/Customs",
                "vn/c",
                "vn/2customs",
                "vn/-customs",
                "vn/customs ",
                " vn/customs",
                "vn/customs\n",
                "vn/customs/police",
                "vn//customs",
                "vn/hải-quan",
                "ѵn/customs",
                "vn/customs@",
                "vn/customs@1f3a9c2",
                "vn/customs@1F3A9C2B",
                "vn/customs@1f3a9c2b1f3a9c2b1f3a9c2b1f3a9c2b1",
                "vn/customs@%"
            })
    void whatLooksOnlyLikeAHandleIsNone(String text) {
        assertThat(Handle.parse(text)).isEmpty();
    }

    @Test
    void aNameHasAtMostFortyCharacters() {
        assertThat(Handle.parse("vn/" + "a".repeat(40))).isPresent();
        assertThat(Handle.parse("vn/" + "a".repeat(41))).isEmpty();
    }
}
