package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// What goes in and out between a person and the wire.
class TypedTest {
    @Test
    void readsTheLanguageOfTheTerminal() {
        assertThat(language("LANG", "vi_VN.UTF-8")).isEqualTo("vi");
        assertThat(language("LANG", "ar.UTF-8")).isEqualTo("ar");
        assertThat(language("LANG", "C.UTF-8")).isEqualTo("en");
        assertThat(language("LANG", "de_DE")).isEqualTo("en");
        assertThat(TerminalLanguage.of(Map.of()).tag()).isEqualTo("en");
        assertThat(TerminalLanguage.of(Map.of("LC_ALL", "fr_FR", "LANG", "vi_VN")).tag())
                .isEqualTo("fr");
        assertThat(TerminalLanguage.of(Map.of("LC_ALL", "", "LANG", "vi_VN")).tag())
                .isEqualTo("vi");
    }

    private static String language(String name, String value) {
        return TerminalLanguage.of(Map.of(name, value)).tag();
    }

    @Test
    void keepsEveryScriptAndTakesControlsOut() {
        String scripts = "Hàng của ai? من هو؟ 货主是谁 \uD83D\uDC18\nsecond line";

        assertThat(Printable.of(scripts)).isEqualTo(scripts);
        assertThat(Printable.of("a\u001b[31mb\u0007\r\u009bc\u202ed"))
                .isEqualTo("a\ufffd[31mb\ufffd\ufffd\ufffdc\ufffdd");
        assertThat(Printable.of("a\tb")).isEqualTo("a b");
    }

    @Test
    void setsColumnsBelowEachOther() {
        assertThat(new Columns().row("a", "", "x").row("bbb", "cc", "y").toString())
                .isEqualTo("a        x\nbbb  cc  y");
    }

    @Test
    void saysGroundsWithoutTheirArea() {
        assertThat(Said.ground("HANDLING_H2_NEEDS_PERMISSION")).isEqualTo("H2 needs permission");
        assertThat(Said.words("kept-under-law")).isEqualTo("kept under law");
    }
}
