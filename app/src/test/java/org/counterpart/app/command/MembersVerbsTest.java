package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `members` and `permission`.
@ExtendWith(TwoStates.Given.class)
class MembersVerbsTest {
    @Test
    void listsMembersWithoutReadingAnything(TwoStates states) {
        String entry = Said.text(states.asked("Who?"), "entry");
        long before = reads(states);

        JsonNode members = states.sg("duty").done("members", "list", entry.substring(0, 8));

        assertThat(members.valueStream().map(member -> Said.text(member, "state")))
                .containsExactlyInAnyOrder("SG", "VN");
        assertThat(members.valueStream().map(member -> Said.list(member.path("desks"))))
                .containsExactlyInAnyOrder("sg/customs", "vn/customs");
        assertThat(states.sg("duty").run("members", "list", entry).out())
                .containsPattern("SG  [0-9a-f]{32}  steward  sg/customs")
                .containsPattern("VN  [0-9a-f]{32} +vn/customs");
        assertThat(reads(states)).isEqualTo(before);
        assertThat(states.sg("ranger").asked("members", "list", entry.substring(0, 8)).code())
                .isEqualTo("EXCHANGE_DOSSIER_UNKNOWN");
    }

    private static long reads(TwoStates states) {
        String ledger = states.sg("operator").run("ledger", "export").out();
        return ledger.lines().filter(line -> line.contains("\"read\"")).count();
    }

    @Test
    void bringsInAndPutsOut(TwoStates states) {
        JsonNode asked = states.asked("Who?");
        String dossier = Said.text(asked, "dossier");
        String[] add = {"members", "add", dossier, "vn/customs", "--reason", "Needed"};

        assertThat(states.sg("duty").asked(add).code()).isEqualTo("ACCESS_NOT_THIS_ROLE");
        assertThat(states.sg("lead").asked(add).code()).isEqualTo("EXCHANGE_ALREADY_A_MEMBER");
        String whole = node(states, dossier, "VN");
        String node = whole.substring(0, 8);
        String[] other = {"members", "remove", dossier, "01234567", "--reason", "Not concerned"};
        assertThat(states.sg("lead").run(other).err())
                .contains("EXCHANGE_NODE_UNKNOWN", "name one node", "members list");
        String[] self = {
            "members", "remove", dossier, node(states, dossier, "SG"), "--reason", "Done"
        };
        assertThat(states.sg("lead").run(self).err())
                .contains("EXCHANGE_ONLY_STEWARD", "nobody could bring anybody in");
        Terminal.Ran removed =
                states.sg("lead")
                        .run("members", "remove", dossier, node, "--reason", "Not concerned");
        assertThat(removed.out())
                .startsWith("Put out.")
                .contains("All desks that take part read that, and the reason.\nseen by  ")
                .contains("not the reason either", "sg/customs")
                .doesNotContain("vn/customs")
                .containsPattern("Next: ./counterpart .* --officer lead members list " + dossier);
        assertThat(states.sg("lead").run("members", "list", dossier).out()).doesNotContain("VN");
        assertThat(
                        states.sg("lead")
                                .run("members", "remove", dossier, whole, "--reason", "Again")
                                .err())
                .contains("already out of the dossier")
                .containsPattern("./counterpart .* --officer lead members list " + dossier);
    }

    private static String node(TwoStates states, String dossier, String state) {
        return states.sg("lead")
                .done("members", "list", dossier)
                .valueStream()
                .filter(member -> Said.text(member, "state").equals(state))
                .map(member -> Said.text(member, "node"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void claimsOfNoNodeWithoutAKnownDeskThatItReadsTheReason() {
        JsonNode changed =
                JsonMapper.shared()
                        .readTree("{\"seenBy\":{\"0123456789abcdef\":[],\"ab\":[\"sg/customs\"]}}");

        assertThat(SentWords.toldTo(changed))
                .startsWith("The desks named here read that, and the reason; of a node")
                .endsWith("\nseen by  node 0123456789ab, sg/customs");
    }

    @Test
    void asksForPermissionAndGrantsOrRefusesIt(TwoStates states) {
        JsonNode asked = states.asked("Who?");
        String answer =
                states.answered(
                        Said.text(asked, "entry"),
                        "A company",
                        TwoStates.words("--handling H1 --use investigation"));
        String[] ask =
                TwoStates.words(
                        "permission ask "
                                + Said.text(asked, "dossier")
                                + " "
                                + answer.substring(0, 8)
                                + " --of vn/customs --reason Trial --use court");
        String request = Said.text(states.sg("duty").done(ask), "entry");
        String second = Said.text(states.sg("duty").done(ask), "entry");
        states.vn("lead").until(inbox -> inbox.toString().contains(second), "inbox");

        assertThat(states.vn("lead").run("permission", "refuse", second, "--ground", "no").err())
                .contains("--ground is \"no\"; allowed is needs-formal-request, source-at-risk,");
        String[] grant = {"permission", "grant", request, "--until", "2099-01-31"};
        assertThat(states.vn("duty").asked(grant).code()).isEqualTo("ACCESS_NOT_THIS_ROLE");
        assertThat(states.vn("lead").run(grant).out())
                .startsWith("Released until the end of 2099-01-31 (UTC)")
                .contains("sg/customs");
        assertThat(states.vn("lead").asked(grant).code()).isEqualTo("EXCHANGE_PERMISSION_DECIDED");
        assertThat(
                        states.vn("lead")
                                .run("permission", "refuse", second, "--ground", "source-at-risk")
                                .out())
                .startsWith("Refused.");
        assertThat(states.vn("lead").run("show", answer).out())
                .contains("expires     2099-02-01 00:00 UTC", "use         court")
                .contains("ground      source-at-risk", "reason      Trial");
    }
}
