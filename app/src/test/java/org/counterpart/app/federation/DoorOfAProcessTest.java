package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.federation.AnotherNode.Answer;
import org.counterpart.app.node.NodeProcessUnderTest;
import org.counterpart.app.node.TestFolders;
import org.counterpart.replication.Batch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// What a node that is a process of its own answers to whom it should not hear, and that it serves on. Each refusal by
/// itself is in [BatchDoorTest].
class DoorOfAProcessTest {
    private static final byte[] RUBBISH = "rubbish".getBytes(StandardCharsets.UTF_8);

    private final Random random = new Random(20_261_129);

    DoorOfAProcessTest() {}

    @Test
    void refusesEachByItsCodeAndServesOn(@TempDir Path data) throws Exception {
        TestFolders.letOthersThrough(data);
        try (var process = NodeProcessUnderTest.launch(data, "sg").ready()) {
            AState sg = AState.elsewhere(data, "sg");
            sg.staff("Asia/Singapore");
            AnotherNode peer = node("VN", sg);
            AnotherNode stranger = node("MY", sg);
            peer.becomesPeerOf(sg);

            refusesWhatIsWrong(peer);
            refused(stranger.says(BatchDoor.PATH, RUBBISH), 403, FederationGround.NODE_UNKNOWN);
            assertThat(peer.says(BatchDoor.PATH, empty(peer)).status()).isEqualTo(200);
            assertThat(sg.as("operator").post("/peers/vn/withdrawal", "{}").status())
                    .isEqualTo(200);
            refused(
                    peer.says(BatchDoor.PATH, empty(peer)),
                    403,
                    FederationGround.PEERING_NOT_IN_FORCE);

            servesOn(sg);
            assertThat(process.output()).doesNotContain("federation.failed");
        }
    }

    private AnotherNode node(String letters, AState target) {
        return new AnotherNode(SoundKeys.of(letters, random), target, random);
    }

    private static byte[] empty(AnotherNode from) {
        return Batch.empty(from.id(), from.targeted()).bytes();
    }

    private static void refusesWhatIsWrong(AnotherNode peer) {
        refused(peer.says(BatchDoor.PATH, RUBBISH), 422, FederationGround.BODY_MALFORMED);
        AnotherNode.Signed request = peer.signed(BatchDoor.PATH, empty(peer));
        assertThat(peer.sends(request).status()).isEqualTo(200);
        refused(peer.sends(request), 409, FederationGround.REQUEST_REPLAYED);
        refused(
                peer.says(BatchDoor.PATH, Batch.empty(peer.id(), peer.id()).bytes()),
                422,
                FederationGround.NOT_ADDRESSED_TO_US);
        refused(
                peer.says(BatchDoor.PATH, new byte[FederationLimits.MOST_BYTES + 1]),
                413,
                FederationGround.BODY_TOO_LARGE);
    }

    private void servesOn(AState sg) throws Exception {
        AnotherNode another = node("NG", sg);
        another.becomesPeerOf(sg);
        assertThat(another.says(BatchDoor.PATH, empty(another)).status()).isEqualTo(200);
        assertThat(sg.as("duty").get("/exchange/inbox").status()).isEqualTo(200);
        List<String> refused = sg.leaves("refused");
        for (FederationGround ground :
                List.of(
                        FederationGround.BODY_MALFORMED,
                        FederationGround.REQUEST_REPLAYED,
                        FederationGround.NOT_ADDRESSED_TO_US,
                        FederationGround.PEERING_NOT_IN_FORCE)) {
            assertThat(refused).anyMatch(leaf -> leaf.contains("\"" + ground.code() + "\""));
        }
        KilledNodesTest.verified(sg);
    }

    private static void refused(Answer answer, int status, FederationGround ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(status);
    }
}
