package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class SchemasTest {
    @Test
    void makeFirstWhatOthersReferTo() {
        List<Schema> ordered =
                Schemas.inOrder(
                        List.of(
                                Schema.of("proof").after("dossiers"),
                                Schema.of("access"),
                                Schema.of("exchange").after("dossiers", "access"),
                                Schema.of("dossiers")));
        assertThat(ordered)
                .extracting(Schema::area)
                .containsExactly("access", "dossiers", "exchange", "proof");
    }

    @Test
    void refuseAreasThatWaitForEachOther() {
        assertThatThrownBy(
                        () ->
                                Schemas.inOrder(
                                        List.of(
                                                Schema.of("a").after("b"),
                                                Schema.of("b").after("a"))))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("[a, b]");
    }
}
