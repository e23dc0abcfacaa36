package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Files;
import java.nio.file.Path;

/// What operators read before and after the telephone call.
class PeerVerbsTest {
    private static final String OURS = "11111 22222 33333 44444 55555 66666";
    private static final String THEIRS = "99999 88888 77777 66666 55555 44444";

    @RegisterExtension final PlayedNode node = new PlayedNode();

    PeerVerbsTest() {}

    @BeforeEach
    void givesTheOperatorATokenAndACard() throws Exception {
        node.token("operator", "a-token", "rw-------");
        Files.writeString(card(), "{}");
    }

    private Path card() {
        return node.data().resolve("vn.card.json");
    }

    @Test
    void showsTheOwnFingerprintAndNeverThatOfACardThatNobodyCompared() {
        answers(peer(false));

        Terminal.Ran added = add();

        assertThat(added.exit()).as(added.err()).isEqualTo(ExitCode.DONE.number());
        assertThat(added.out())
                .contains(
                        "read out yours:\n  " + OURS,
                        " --node sg --officer operator peer accept VN --fingerprint \"DIGITS\"")
                .doesNotContain(THEIRS);
        assertThat(add("--json").out()).contains(OURS, "\"state\":\"VN\"").doesNotContain(THEIRS);
        assertThat(operator().run("peer", "list").out()).doesNotContain(THEIRS);
        assertThat(operator().asked("peer", "list").out()).doesNotContain(THEIRS);
    }

    @Test
    void tellsAProgramTheFingerprintOnceItIsAccepted() {
        answers(peer(true));

        assertThat(operator().asked("peer", "list").out()).contains(THEIRS);
    }

    @Test
    void showsWhereAPeerIsCalledAndThatAnOldViaEnded() {
        String peer =
                """
                {"node":"0123456789abcdef","state":"VN","accepted":true,"acceptsUs":true,
                 "inForce":true,"addresses":["https://vn.example:9440"],%s
                 "held":[],"allHeld":true}
                """;
        answers(peer.formatted("\"via\":\"https://relay:9440\","));
        node.answers("/peers/vn/test", 200, _ -> peer.formatted(""));

        assertThat(operator().run("peer", "list").out())
                .contains(
                        "called at https://relay:9440 (--via); the address of its card is"
                                + " https://vn.example:9440");
        assertThat(operator().run("peer", "test", "vn").out())
                .contains("called at https://vn.example:9440\n");
    }

    @Test
    void saysThatAnOldViaEndedAndNothingOfTheTelephoneWhereThePeeringIsInForce() {
        answers(
                """
                {"node":"0123456789abcdef","state":"VN","accepted":true,"acceptsUs":true,
                 "inForce":true,"addresses":["https://vn.example:9440"],
                 "viaEnded":"https://relay:9440"}
                """);

        assertThat(add().out())
                .contains(
                        "called at https://vn.example:9440\n"
                                + "It is no longer called at https://relay:9440")
                .containsPattern("The peering stays in force. Next: .* peer test VN")
                .doesNotContain("Telephone");
    }

    @Test
    void tellsASlipOfTheHandFromAnotherCard() {
        answers(peer(false));
        node.answers("/peers/vn/acceptance", 200, _ -> peer(true));

        Terminal.Ran shorter = accept("99999-88888 77777 66666 55555");
        assertThat(shorter.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(shorter.err())
                .contains("--fingerprint has 25 digits; 30 are needed.", "COMMAND_MISUSED")
                .contains("six groups of five digits");
        assertThat(accept(THEIRS + " 1").err()).contains("has 31 digits; 30 are needed.");
        assertThat(accept("").err()).contains("has 0 digits; 30 are needed.");
        Terminal.Ran own = accept(OURS.replace(" ", ""));
        assertThat(own.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(own.err())
                .contains("--fingerprint is that of this node", "that peer card shows there");
        assertThat(accept(THEIRS).exit()).isEqualTo(ExitCode.DONE.number());
    }

    /// What a help desk is told ends with a command that can be copied.
    @Test
    void namesTheNextCommandOfATestThatFailed() {
        answersTest("WE_ACCEPT", "FEDERATION_WE_HAVE_NOT_ACCEPTED");

        Terminal.Ran withdrawn = operator().run("peer", "test", "vn");

        assertThat(withdrawn.exit()).isEqualTo(ExitCode.FAILED.number());
        assertThat(withdrawn.out())
                .contains("FAILED  It is so.", "(FEDERATION_WE_HAVE_NOT_ACCEPTED)")
                .containsPattern(
                        "Next: ./counterpart .*--node sg --officer operator peer accept vn"
                                + " --fingerprint \"DIGITS\"");
    }

    @Test
    void namesTheTestAgainWhereTheOtherSideHasToMendIt() {
        answersTest("THEY_ACCEPT", "FEDERATION_THEY_HAVE_NOT_ACCEPTED");

        assertThat(operator().run("peer", "test", "vn").out())
                .containsPattern(
                        "Next: ./counterpart .*--node sg --officer operator peer test vn\n");
    }

    private void answersTest(String step, String code) {
        node.answers(
                "/peers/vn/test",
                200,
                _ ->
                        """
                        {"node":"0123456789abcdef","state":"VN","accepted":false,"acceptsUs":true,
                         "held":["The node answers"],"allHeld":false,
                         "failed":{"step":"%s","code":"%s","sentence":"It is so.","next":"Mend it."}}
                        """
                                .formatted(step, code));
    }

    private Terminal.Ran accept(String fingerprint) {
        return operator().run("peer", "accept", "vn", "--fingerprint", fingerprint);
    }

    private Terminal.Ran add(String... more) {
        return operator()
                .run(TwoStates.with(new String[] {"peer", "add", card().toString()}, more));
    }

    private Terminal operator() {
        return new Terminal(node.data(), "sg", "operator");
    }

    private static String peer(boolean accepted) {
        return """
        {"node":"0123456789abcdef","state":"VN","fingerprint":"%s","accepted":%b,"acceptsUs":false}
        """
                .formatted(THEIRS, accepted);
    }

    /// The peer where one is added, and a list of it with our own fingerprint where peers are asked for.
    private void answers(String peer) {
        String list = "{\"fingerprint\":\"%s\",\"peers\":[%s]}".formatted(OURS, peer);
        node.answers("/peers", 200, asked -> asked.getRequestMethod().equals("POST") ? peer : list);
    }
}
