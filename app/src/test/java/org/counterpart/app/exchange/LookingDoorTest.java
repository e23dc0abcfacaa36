package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.denied;
import static org.counterpart.app.exchange.TwoStates.idOf;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// The inbox and the dossiers: what an officer sees of them, and that every reading is in the ledger.
class LookingDoorTest extends BetweenTwoStates {
    LookingDoorTest(TwoStates both) {
        super(both);
    }

    @Test
    void everyReadingLeavesALeafOfWhoReadIt() {
        Sent asked = both.asked();

        assertThat(TwoStates.line(vn.as("reader"), asked).path("content").toString())
                .contains("Who is the consignee?");

        assertThat(about(vn, "read", asked))
                .singleElement()
                .asString()
                .contains("\"role\":\"analyst\"", idOf(vn, "reader"));
    }

    /// The payload is signed and names ids; beside it stands who is meant.
    @Test
    void namesTheDesksThatAMessageIsTo() {
        Sent asked = both.asked();
        Sent told = both.told();

        JsonNode question = TwoStates.line(vn.as("duty"), asked).path("content");
        JsonNode information = TwoStates.line(sg.as("duty"), told).path("content");

        for (JsonNode content : List.of(question, information)) {
            JsonNode to = content.at("/to/0");
            assertThat(content.path("to")).hasSize(1);
            assertThat(content.at("/payload/to").toString()).contains(to.path("id").stringValue());
            assertThat(to.path("desk").stringValue()).isEqualTo("vn/customs");
            assertThat(to.path("name").stringValue()).isEqualTo("Customs intelligence");
            assertThat(to.path("state").stringValue()).isEqualTo("VN");
        }
        Sent answer = both.answered(asked);
        assertThat(TwoStates.line(vn.as("duty"), answer).path("content").has("to")).isFalse();
    }

    @Test
    void aConditionIsShownBeforeWhatItGuards() {
        ObjectNode guarded = TwoStates.question();
        ObjectNode handling = TwoStates.handling("H3").put("restrictions", "Do not arrest on this");
        guarded.set(
                "handling",
                handling.put("noArrestOnThisAlone", true).put("contactBeforeAction", false));
        Sent asked = both.delivered(Sent.of(say(sg, "duty", "ask", guarded)));

        JsonNode closed = TwoStates.line(vn.as("duty"), asked);

        assertThat(closed.has("content")).isFalse();
        assertThat(closed.path("withheld").toString()).contains("CONDITION_NOT_UNDERSTOOD");
        assertThat(about(vn, "read", asked)).isEmpty();
        assertThat(
                        vn.as("duty")
                                .get("/exchange/dossiers/" + asked.dossier() + "?understood=true")
                                .body()
                                .toString())
                .contains("Who is the consignee?");
        assertThat(about(vn, "read", asked)).hasSize(1);
    }

    @Test
    void theNextDeskKnowsNothingOfIt() {
        Sent asked = both.asked();

        for (String officer : List.of("constable", "inspector")) {
            for (String subject :
                    List.of(asked.dossier(), asked.entry(), asked.entry().substring(0, 8))) {
                refused(
                        vn.as(officer).get("/exchange/dossiers/" + subject),
                        404,
                        SendingGround.DOSSIER_UNKNOWN);
            }
            assertThat(denied(vn, officer, "see-members", asked.dossier())).hasSize(3);
            assertThat(vn.as(officer).get("/exchange/inbox").body().path("items").isEmpty())
                    .isTrue();
        }
        assertThat(about(vn, "read", asked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dossiers", "members", "contents"})
    void whatIsNoDossierIsUnknownInTheReadersLanguage(String door) {
        for (String subject :
                List.of("nonsense", "a".repeat(26), "00000000", "0".repeat(64), "%25%25")) {
            Answer answer = sg.as("duty").reading("fr").get("/exchange/" + door + "/" + subject);

            refused(answer, 404, SendingGround.DOSSIER_UNKNOWN);
            assertThat(answer.body().path("sentence").stringValue("")).startsWith("Ce nœud");
        }
    }

    @ParameterizedTest
    @CsvSource({"dossiers", "members", "contents"})
    void tooFewDigitsAreToldWithHowManyAreNeeded(String door) {
        String start = both.asked().entry().substring(0, 7);

        Answer answer = sg.as("duty").reading("fr").get("/exchange/" + door + "/" + start);

        refused(answer, 422, SendingGround.TOO_FEW_DIGITS);
        assertThat(answer.body().path("sentence").stringValue("")).contains("huit chiffres");
    }

    @ParameterizedTest
    @CsvSource({"inbox", "dossiers/", "members/", "contents/"})
    void onlyOfficersOfADeskLook(String door) {
        String path = "/exchange/" + (door.endsWith("/") ? door + both.asked().dossier() : door);

        refused(sg.asNobody().get(path), 401, AccessGround.TOKEN_MISSING);
        for (String officer : List.of("operator", "watch")) {
            long before = denials(officer);
            refused(sg.as(officer).get(path), 403, AccessGround.NEEDS_A_DESK);
            assertThat(denials(officer)).isEqualTo(before + 1);
        }
    }

    private long denials(String officer) {
        return sg.leaves("denied").stream()
                .filter(leaf -> leaf.contains(idOf(sg, officer)))
                .filter(leaf -> leaf.contains(AccessGround.NEEDS_A_DESK.code()))
                .count();
    }
}
