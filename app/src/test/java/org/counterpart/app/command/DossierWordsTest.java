package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import tools.jackson.databind.json.JsonMapper;

/// What is closed to a desk names the command that asks for it, where it is clear whom to ask.
class DossierWordsTest {
    private static final String CLOSED =
            "{'entry':'0123456789abcdef','author':'aa','bare':'CLOSED'}";

    @Test
    void namesTheCommandThatAsksTheDeskOfTheAuthor() {
        assertThat(shown(CLOSED, said("bb", "{'aa':['vn/customs'],'bb':['sg/customs']}")))
                .contains("withheld    closed: that something was said is shown here, not what")
                .contains(
                        "next        ./counterpart permission ask 0123456789ab 0123456789ab"
                                + " --of vn/customs --use read --reason TEXT");
    }

    @Test
    void namesNoneWhereNoDeskOrMoreThanOneIsKnown() {
        assertThat(shown(CLOSED, said("bb", "{'bb':['sg/customs']}"))).doesNotContain("permission");
        assertThat(shown(CLOSED, said("bb", "{'aa':['vn/customs','vn/police']}")))
                .doesNotContain("permission");
    }

    @Test
    void asksNobodyForWhatIsErased() {
        String erased = CLOSED.replace("CLOSED", "ERASED");

        assertThat(shown(erased, said("bb", "{'aa':['vn/customs']}"))).doesNotContain("permission");
    }

    private static String said(String author, String audience) {
        return "{'entry':'fedcba9876543210','author':'"
                + author
                + "','content':{'type':'member-added','desk':'sg/customs','audience':"
                + audience
                + "}}";
    }

    private static String shown(String... entries) {
        String json = "{'dossier':'x','entries':[" + String.join(",", entries) + "]}";
        var root = new Root();
        new CommandLine(root).parseArgs();
        return new DossierWords(root, JsonMapper.shared().readTree(json.replace('\'', '"'))).all();
    }
}
