package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;

/// A question crosses a border between two real nodes and comes back answered.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneQuestionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AState sg;
    private AState vn;

    OneQuestionTest() {}

    @BeforeAll
    void peers(@TempDir Path data) {
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        sg.peersWith(vn);
        Awaitility.await().atMost(PATIENCE).until(() -> knows(sg, vn) && knows(vn, sg));
    }

    @AfterAll
    void end() {
        sg.close();
        vn.close();
    }

    @Test
    void arrivesIsAnsweredAndComesBack() {
        Answer asked =
                sg.as("duty")
                        .post(
                                "/exchange/ask",
                                """
                                {"to":"vn/customs","question":{"language":"en","text":"Who is the consignee?"},
                                 "purpose":"Identify the consignee of a seized container",
                                 "handling":{"codes":["H1"],"use":["INVESTIGATION"]}}
                                """);
        String entry = asked.text("entry");

        Awaitility.await().atMost(PATIENCE).until(() -> state(vn, entry).equals("DELIVERED"));
        Awaitility.await().atMost(PATIENCE).until(() -> state(sg, entry).equals("DELIVERED"));
        Answer answered =
                vn.as("duty")
                        .post(
                                "/exchange/answer",
                                """
                                {"request":"%s","answer":{"language":"en","text":"A company in Hai Phong."},
                                 "full":true,"source":"B","information":2,
                                 "handling":{"codes":["H1"],"use":["INVESTIGATION"]}}
                                """
                                        .formatted(entry));
        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).until(() -> state(sg, entry).equals("ANSWERED"));
        assertThat(sg.as("duty").get("/exchange/dossiers/" + entry).body().toString())
                .contains("A company in Hai Phong.");
    }

    private static String state(AState state, String entry) {
        for (JsonNode item : state.as("duty").get("/exchange/inbox").body().path("items")) {
            if (item.path("entry").stringValue("").equals(entry)) {
                return item.path("state").stringValue("");
            }
        }
        return "none";
    }

    private static boolean knows(AState state, AState other) {
        return state.as("duty").get("/desks").body().toString().contains(other.desk());
    }
}
