package org.counterpart.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.StateCode;
import org.junit.jupiter.api.Test;

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
        assertThat(states.find(new StateCode("VN")).map(State::name)).hasValue("Vietnam");
        assertThat(states.find(new StateCode("NG")).map(State::name)).hasValue("Nigeria");
        assertThat(states.find(new StateCode("XX"))).isEmpty();
    }

    /// The columns are cut at commas, so a name must not hold one or be quoted.
    @Test
    void noNameWasCutInTwo() {
        assertThat(states.all()).noneMatch(state -> state.name().contains("\""));
    }
}
