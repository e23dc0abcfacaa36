package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class AudienceTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final Audience nobody = Audience.ofNodes(List.of());
    private final Audience both =
            nobody.with(nigeria.id(), nigeria.desk()).with(vietnam.id(), vietnam.desk());

    @Test
    void leavesThoseToWhomTheOtherIsNotSaid() {
        Audience one = nobody.with(nigeria.id(), nigeria.desk());

        assertThat(both.without(one)).isEqualTo(nobody.with(vietnam.id(), vietnam.desk()));
        assertThat(both.without(both)).isEqualTo(nobody);
        assertThat(one.without(both)).isEqualTo(nobody);
        assertThat(both.without(nobody)).isEqualTo(both);
    }

    @Test
    void leavesAFurtherDeskOfTheSameNode() {
        Audience further = both.with(nigeria.id(), vietnam.desk());

        assertThat(further.without(both)).isEqualTo(nobody.with(nigeria.id(), vietnam.desk()));
    }

    /// A node without desks stands for all of its desks.
    @Test
    void leavesNoDeskOfANodeThatIsToldAsAWhole() {
        Audience whole = Audience.ofNodes(List.of(nigeria.id()));

        assertThat(both.without(whole)).isEqualTo(nobody.with(vietnam.id(), vietnam.desk()));
        assertThat(whole.without(both)).isEqualTo(whole);
    }
}
