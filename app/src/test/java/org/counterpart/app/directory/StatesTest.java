package org.counterpart.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.language.Language;
import org.counterpart.dossier.StateCode;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// The list of states that stands behind every handle.
class StatesTest {
    private final States states = new States();

    StatesTest() {}

    @Test
    void knowsAllOfIso3166() {
        assertThat(states.all()).hasSizeBetween(249, 260);
        assertThat(states.all()).extracting(State::code).isSorted().doesNotHaveDuplicates();
        assertThat(states.all()).noneMatch(state -> state.name().isBlank());
    }

    @Test
    void findsAStateByItsCode() {
        assertThat(states.find(new StateCode("VN")).map(State::name)).hasValue("Viet Nam");
        assertThat(states.find(new StateCode("NG")).map(State::name)).hasValue("Nigeria");
        assertThat(states.find(new StateCode("XX"))).isEmpty();
    }

    /// The short name of the United Nations, in the languages that it has, and CLDR beside it.
    @Test
    void callsAStateAsItsGovernmentHasAgreedTo() {
        assertThat(names("VN")).containsExactly("Viet Nam", "Viet Nam", "فييت نام", "Việt Nam");
        assertThat(names("TR")).containsExactly("Türkiye", "Türkiye", "تركيا", "Thổ Nhĩ Kỳ");
        assertThat(names("NG")).containsExactly("Nigeria", "Nigéria", "نيجيريا", "Nigeria");
        assertThat(states.name(new StateCode("CI"), Language.ENGLISH)).isEqualTo("Côte d’Ivoire");
        assertThat(states.name(new StateCode("XX"), Language.ENGLISH)).isEqualTo("XX");
    }

    private List<String> names(String code) {
        return Arrays.stream(Language.values())
                .map(language -> states.name(new StateCode(code), language))
                .toList();
    }

    /// Columns are cut at commas, so no name holds one or is quoted.
    @Test
    void everyStateHasANameOfItsOwnInEveryLanguage() {
        for (Language language : Language.values()) {
            assertThat(states.all())
                    .extracting(state -> states.name(state.code(), language))
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.isBlank() || name.matches("[A-Z]{2}|.*\".*"));
        }
    }
}
