package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How a terminal shows who takes part, and who was merely named.
class MembersListVerbTest {
    private static final String LISTED =
            """
            {"dossier":"abc","members":[
              {"node":"0123456789abcdef","state":"SG","steward":true,"member":true,"desks":["sg/customs"]},
              {"node":"123456789abcdef0","state":"VN","steward":false,"member":true,"desks":["vn/customs"]},
              {"node":"23456789abcdef01","state":"NG","steward":false,"member":false,"desks":[]}]}
            """;

    @RegisterExtension final PlayedNode node = new PlayedNode();

    MembersListVerbTest() {}

    @BeforeEach
    void givesTheOfficerATokenAndAList() throws Exception {
        node.token("lead", "a-token", "rw-------");
        node.answers("/exchange/members/abc", 200, _ -> LISTED);
    }

    @Test
    void tellsWhoWasMerelyNamedFromMembers() {
        Terminal.Ran listed = lead().run("members", "list", "abc");

        assertThat(listed.exit()).as(listed.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(listed.out())
                .containsPattern("SG  0123456789abcdef  steward +sg/customs")
                .containsPattern("VN  123456789abcdef0 +vn/customs")
                .contains("NG  23456789abcdef01  named, not a member");
    }

    @Test
    void tellsThatToAProgram() {
        assertThat(lead().done("members", "list", "abc").valueStream())
                .extracting(member -> member.path("member").booleanValue())
                .containsExactly(true, true, false);
    }

    private Terminal lead() {
        return new Terminal(node.data(), "sg", "lead");
    }
}
