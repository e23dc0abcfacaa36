package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/// The main job between three real nodes: ask, answer, bring a third state in, permit, recall, withdraw. One story, told
/// in order; each part rests on the one before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeStatesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AState ng;
    private AState sg;
    private AState vn;
    private String dossier = "";
    private String question = "";
    private String answer = "";

    ThreeStatesTest() {}

    @BeforeAll
    void peers(@TempDir Path data) throws IOException {
        ng = AState.started(data, "ng", "Africa/Lagos");
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        sg.peersWith(vn);
        ng.peersWith(sg);
        ng.peersWith(vn);
        until(
                () ->
                        sg.knows(vn.desk())
                                && vn.knows(sg.desk())
                                && ng.knows(sg.desk())
                                && sg.knows(ng.desk()));
        until(() -> ng.knows(vn.desk()) && vn.knows(ng.desk()));
    }

    @AfterAll
    void end() {
        ng.close();
        sg.close();
        vn.close();
    }

    @Test
    @Order(1)
    void aQuestionArrivesIsAnsweredAndComesBack() {
        Answer asked =
                sg.as("duty")
                        .post(
                                "/exchange/ask",
                                """
                                {"to":"vn/customs","question":{"language":"en","text":"Who is the consignee?"},
                                 "purpose":"Identify the consignee of a seized container",
                                 "handling":{"codes":["H1"],"use":["INVESTIGATION"]}}
                                """);
        question = asked.text("entry");
        dossier = asked.text("dossier");

        until(() -> state(vn, question).equals("DELIVERED"));
        until(() -> state(sg, question).equals("DELIVERED"));
        answer =
                vn.as("duty")
                        .post(
                                "/exchange/answer",
                                """
                                {"request":"%s","answer":{"language":"en","text":"A company in Hai Phong."},
                                 "full":true,"source":"B","information":2,
                                 "handling":{"codes":["H2"],"use":["INVESTIGATION"]}}
                                """
                                        .formatted(question))
                        .text("entry");
        until(() -> state(sg, question).equals("ANSWERED"));
        assertThat(shown(sg)).contains("A company in Hai Phong.");
    }

    @Test
    @Order(2)
    void aNewcomerIsGivenOnlyWhatTheCodesAllow() {
        Answer added = members(sg.as("lead"));

        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(added.body().path("withheld").toString()).contains(answer, "H2");
        until(() -> shown(ng).contains("Who is the consignee?"));
        assertThat(shown(ng)).doesNotContain("Hai Phong");
    }

    private Answer members(AState.Caller officer) {
        return officer.post(
                "/exchange/members/add",
                """
                {"dossier":"%s","desk":"ng/customs","reason":"The container was loaded there"}
                """
                        .formatted(dossier));
    }

    @Test
    @Order(3)
    void theOriginatorReleasesWhatTheCodesWithheld() {
        Answer asked =
                ng.as("duty")
                        .post(
                                "/exchange/permission/ask",
                                """
                                {"dossier":"%s","entries":["%s"],"of":"vn/customs","use":"READ",
                                 "reason":"To find the exporter"}
                                """
                                        .formatted(dossier, answer));
        String request = asked.text("entry");
        until(() -> inbox(vn).contains(request));

        Answer byDuty = grant(vn.as("duty"), request);
        Answer byLead = grant(vn.as("lead"), request);

        assertThat(byDuty.code()).isEqualTo("ACCESS_NOT_THIS_ROLE");
        assertThat(byLead.status()).as(byLead.toString()).isEqualTo(200);
        until(() -> shown(ng).contains("A company in Hai Phong."));
    }

    private static Answer grant(AState.Caller officer, String request) {
        return officer.post(
                "/exchange/permission/grant",
                """
                {"request":"%s","expires":%d}
                """
                        .formatted(
                                request, Instant.now().plus(Duration.ofDays(30)).toEpochMilli()));
    }

    @Test
    @Order(4)
    void eachHolderSaysWhatBecameOfARecalledAnswer() {
        String recall =
                vn.as("duty")
                        .post(
                                "/exchange/recall",
                                """
                                {"entry":"%s","ground":"wrong-person"}
                                """
                                        .formatted(answer))
                        .text("entry");
        until(() -> inbox(sg).contains(recall) && inbox(ng).contains(recall));

        Answer erased =
                sg.as("duty")
                        .post(
                                "/exchange/recall-answer",
                                """
                                {"recall":"%s","holding":"erased"}
                                """
                                        .formatted(recall));
        Answer kept =
                ng.as("duty")
                        .post(
                                "/exchange/recall-answer",
                                """
                                {"recall":"%s","holding":"kept-under-law","ground":"evidence-in-pending-case",
                                 "court":"Court (constructed)","review":%d}
                                """
                                        .formatted(
                                                recall,
                                                Instant.now()
                                                        .plus(Duration.ofDays(90))
                                                        .toEpochMilli()));

        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        until(() -> shown(vn).contains("ERASED") && shown(vn).contains("KEPT_UNDER_LAW"));
        assertThat(shown(sg)).doesNotContain("Hai Phong");
    }

    @Test
    @Order(5)
    void aNodeThatIsPutOutLearnsNothingMore() {
        String node =
                ng.as("operator")
                        .get("/peers")
                        .body()
                        .path("card")
                        .path("card")
                        .path("node")
                        .stringValue();
        Answer removed =
                sg.as("lead")
                        .post(
                                "/exchange/members/remove",
                                """
                                {"dossier":"%s","node":"%s","reason":"No longer concerned"}
                                """
                                        .formatted(dossier, node));
        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        until(() -> !memberStates(ng).contains("NG"));

        Answer asked =
                sg.as("duty")
                        .post(
                                "/exchange/ask",
                                """
                                {"to":"vn/customs","dossier":"%s",
                                 "question":{"language":"en","text":"And who paid the freight?"},
                                 "purpose":"Follow the money","handling":{"codes":["H0"],"use":["INVESTIGATION"]}}
                                """
                                        .formatted(dossier));
        until(() -> state(vn, asked.text("entry")).equals("DELIVERED"));

        assertThat(shown(ng)).doesNotContain(asked.text("entry"));
    }

    @Test
    @Order(6)
    void aWithdrawnPeeringEndsTheExchange() {
        Answer withdrawn = vn.as("operator").post("/peers/sg/withdrawal", "{}");

        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        until(() -> !sg.knows(vn.desk()));
        Answer asked =
                sg.as("duty")
                        .post(
                                "/exchange/ask",
                                """
                                {"to":"vn/customs","question":{"language":"en","text":"Still there?"},
                                 "purpose":"None","handling":{"codes":["H0"],"use":["INVESTIGATION"]}}
                                """);
        assertThat(asked.code()).isEqualTo("EXCHANGE_PEERING_WITHDRAWN");
        assertThat(
                        sg.as("duty")
                                .post(
                                        "/exchange/ask",
                                        """
                                        {"to":"vn/never-was","question":{"language":"en","text":"Are you there?"},
                                         "purpose":"None","handling":{"codes":["H0"],"use":["INVESTIGATION"]}}
                                        """)
                                .code())
                .isEqualTo("EXCHANGE_DESK_UNKNOWN");
        assertThat(sg.asNobody().post("/exchange/ask", "{\"to\":\"vn/customs\"}").code())
                .isEqualTo("ACCESS_TOKEN_MISSING");
    }

    private static void until(Callable<Boolean> holds) {
        Awaitility.await().atMost(PATIENCE).until(holds);
    }

    private String shown(AState state) {
        return state.as("duty").get("/exchange/dossiers/" + dossier).body().toString();
    }

    private String memberStates(AState state) {
        return state.as("duty")
                .get("/exchange/dossiers/" + dossier)
                .body()
                .path("members")
                .toString();
    }

    private static String inbox(AState state) {
        return state.as("duty").get("/exchange/inbox").body().toString();
    }

    private static String state(AState state, String entry) {
        for (JsonNode item : state.as("duty").get("/exchange/inbox").body().path("items")) {
            if (item.path("entry").stringValue("").equals(entry)) {
                return item.path("state").stringValue("");
            }
        }
        return "none";
    }
}
