package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.NOWHERE;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.denied;
import static org.counterpart.app.exchange.TwoStates.idOf;
import static org.counterpart.app.exchange.TwoStates.malformed;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

/// Ask, tell, answer, refuse: what arrives at the other node, and what the doors refuse.
class ExchangeDoorTest extends BetweenTwoStates {
    ExchangeDoorTest(TwoStates both) {
        super(both);
    }

    // What works.

    @Test
    void aQuestionArrivesAndItsClockRunsFromTheReceipt() {
        Sent asked = both.asked();

        JsonNode here = TwoStates.item(sg, asked.entry());
        JsonNode there = TwoStates.item(vn, asked.entry());
        assertThat(here.path("kind").stringValue()).isEqualTo("REQUEST_BY_US");
        assertThat(there.path("kind").stringValue()).isEqualTo("REQUEST_TO_US");
        assertThat(there.path("fromState").stringValue()).isEqualTo("SG");
        assertThat(there.path("overdue").booleanValue()).isFalse();
        assertThat(time(there, "sentAt", "dueAt"))
                .isBetween(Duration.ofDays(7), Duration.ofDays(7).plusMinutes(5));
        assertThat(here.path("dueAt").longValue()).isEqualTo(there.path("dueAt").longValue());
    }

    @Test
    void anUrgentQuestionHasAShortClock() {
        ObjectNode urgent =
                TwoStates.question().put("clock", "8h").put("reason", "The ship sails tonight");

        Sent asked = both.delivered(Sent.of(say(sg, "duty", "ask", urgent)));

        assertThat(time(TwoStates.item(vn, asked.entry()), "sentAt", "dueAt"))
                .isBetween(Duration.ofHours(8), Duration.ofHours(8).plusMinutes(5));
    }

    private static Duration time(JsonNode item, String from, String to) {
        return Duration.ofMillis(item.path(to).longValue() - item.path(from).longValue());
    }

    @Test
    void saysWhoWillSeeWhatWasSent() {
        Answer asked = say(sg, "duty", "ask", TwoStates.question());

        assertThat(asked.body().path("seenBy").valueStream().map(JsonNode::toString))
                .containsExactlyInAnyOrder("[\"sg/customs\"]", "[\"vn/customs\"]");
    }

    @Test
    void whatIsSentStandsInBothLedgers() {
        Sent asked = both.asked();

        assertThat(about(sg, "entry-made", asked))
                .singleElement()
                .asString()
                .contains("\"type\":\"information-request\"", "\"role\":\"duty-officer\"");
        assertThat(about(vn, "entry-received", asked)).hasSize(1);
        assertThat(about(vn, "content-kept", asked)).hasSize(1);
        both.until(() -> !about(sg, "receipt", asked).isEmpty());
        assertThat(sg.leaves("entry-made").toString()).doesNotContain("consignee");
    }

    @Test
    void asksOnInTheSameDossier() {
        Sent first = both.asked();

        Answer second =
                say(sg, "duty", "ask", TwoStates.question().put("dossier", first.dossier()));

        assertThat(second.text("dossier")).isEqualTo(first.dossier());
        assertThat(both.delivered(Sent.of(second)).entry()).isNotEqualTo(first.entry());
    }

    @Test
    void whatIsToldArrivesAsInformation() {
        Sent told = both.told();

        assertThat(TwoStates.item(vn, told.entry()).path("kind").stringValue())
                .isEqualTo("INFORMATION");
        assertThat(TwoStates.line(vn.as("duty"), told).path("content").toString())
                .contains("A container left for you.", "\"source\":\"B\"", "\"information\":2");
    }

    @Test
    void aPartialAnswerLeavesTheQuestionOpenAndAFullOneClosesIt() {
        Sent question = both.asked();
        ObjectNode part = TwoStates.answer(question).put("full", false);

        assertThat(say(vn, "duty", "answer", part).status()).isEqualTo(200);
        both.until(() -> TwoStates.standing(sg, question.entry()).equals("ANSWERED_IN_PART"));
        Sent answer = both.answered(question);

        assertThat(TwoStates.line(sg.as("duty"), answer).path("content").toString())
                .contains("A company in Hai Phong.", "vn/customs");
        refused(
                say(vn, "duty", "answer", TwoStates.answer(question)),
                409,
                SendingGround.REQUEST_CLOSED);
        refused(
                say(vn, "duty", "refuse", TwoStates.refusal(question)),
                409,
                SendingGround.REQUEST_CLOSED);
    }

    @Test
    void aRefusalArrivesWithItsGroundAndTheDeskMayThinkAgain() {
        Sent question = both.asked();

        Sent refusal = Sent.of(say(vn, "duty", "refuse", TwoStates.refusal(question)));
        both.until(() -> TwoStates.standing(sg, question.entry()).equals("REFUSED"));

        assertThat(TwoStates.line(sg.as("duty"), refusal).path("content").toString())
                .contains("NOTHING_HELD", "Ask the port authority.");
        refused(
                say(vn, "duty", "refuse", TwoStates.refusal(question)),
                409,
                SendingGround.REQUEST_CLOSED);
        assertThat(both.answered(question).entry()).isNotEqualTo(refusal.entry());
    }

    @Test
    void aQuestionThatWasTakenBackIsNotAnswered() {
        Sent question = both.asked();
        ObjectNode recall =
                TwoStates.with("entry", question.entry()).put("ground", "no-longer-needed");
        assertThat(say(sg, "duty", "recall", recall).status()).isEqualTo(200);
        both.until(() -> TwoStates.found(vn, question.entry()).equals("WITHDRAWN"));

        refused(
                say(vn, "duty", "answer", TwoStates.answer(question)),
                409,
                SendingGround.REQUEST_CLOSED);
    }

    @Test
    void namesAnEntryByItsFirstDigits() {
        Sent question = both.asked();
        var short16 = new Sent(question.dossier(), question.entry().substring(0, 16));

        assertThat(say(vn, "duty", "answer", TwoStates.answer(short16)).status()).isEqualTo(200);
        assertThat(
                        sg.as("duty")
                                .get("/exchange/dossiers/" + short16.entry())
                                .body()
                                .path("dossier")
                                .stringValue())
                .isEqualTo(question.dossier());
    }

    @Test
    void restsOnASourceThatIsHandledNoStricter() {
        Sent told = both.told();
        ObjectNode question = TwoStates.question();
        question.putArray("sources").add(told.entry());

        Sent asked = both.delivered(Sent.of(say(sg, "duty", "ask", question)));

        assertThat(asked.dossier()).isNotEqualTo(told.dossier());
    }

    // The wrong person.

    @ParameterizedTest
    @CsvSource({"ask", "tell", "answer", "refuse"})
    void nothingIsSentWithoutALiveToken(String door) {
        refused(
                sg.asNobody().post("/exchange/" + door, body(door).toString()),
                401,
                AccessGround.TOKEN_MISSING);
        sg.officer("gone-" + door, "duty-officer", sg.desk());
        AState.Caller gone = sg.withToken(sg.token("gone-" + door));
        assertThat(sg.as("operator").post("/officers/gone-" + door + "/revocation", "{}").status())
                .isEqualTo(201);
        refused(
                gone.post("/exchange/" + door, body(door).toString()),
                401,
                AccessGround.TOKEN_REVOKED);
    }

    @ParameterizedTest
    @CsvSource({"ask", "tell", "answer", "refuse"})
    void onlyOfficersOfADeskSpeak(String door) {
        for (String officer : List.of("operator", "watch")) {
            refused(say(sg, officer, door, body(door)), 403, AccessGround.NEEDS_A_DESK);
            assertThat(sg.leaves("denied"))
                    .anyMatch(
                            leaf ->
                                    leaf.contains(idOf(sg, officer))
                                            && leaf.contains(AccessGround.NEEDS_A_DESK.code()));
        }
    }

    @ParameterizedTest
    @CsvSource({"ask", "tell"})
    void anAnalystDoesNotSpeakForTheDesk(String door) {
        refused(say(sg, "reader", door, body(door)), 403, AccessGround.NOT_THIS_ROLE);
        assertThat(sg.leaves("denied"))
                .anyMatch(
                        leaf ->
                                leaf.contains(idOf(sg, "reader"))
                                        && leaf.contains("\"deed\":\"ask\""));
    }

    @Test
    void anAnalystNeitherAnswersNorRefuses() {
        Sent question = both.asked();

        refused(
                say(vn, "reader", "answer", TwoStates.answer(question)),
                403,
                AccessGround.NOT_THIS_ROLE);
        refused(
                say(vn, "reader", "refuse", TwoStates.refusal(question)),
                403,
                AccessGround.NOT_THIS_ROLE);
        assertThat(about(vn, "denied", question)).hasSize(2);
        assertThat(TwoStates.standing(vn, question.entry())).isEqualTo("DELIVERED");
    }

    @Test
    void theNextDeskNeitherAnswersNorRefusesNorAsksOn() {
        Sent question = both.asked();
        ObjectNode askedOn = TwoStates.question().put("dossier", question.dossier());

        refused(
                say(vn, "inspector", "answer", TwoStates.answer(question)),
                404,
                SendingGround.ENTRY_UNKNOWN);
        refused(
                say(vn, "inspector", "refuse", TwoStates.refusal(question)),
                404,
                SendingGround.ENTRY_UNKNOWN);
        refused(say(sg, "inspector", "ask", askedOn), 404, SendingGround.DOSSIER_UNKNOWN);
        assertThat(denied(vn, "inspector", "answer", question.entry())).hasSize(1);
        assertThat(denied(vn, "inspector", "refuse", question.entry())).hasSize(1);
        assertThat(denied(sg, "inspector", "ask", question.dossier())).hasSize(1);
    }

    /// What is wrong beside it is told as late as for an entry that is nowhere, and so tells nothing.
    @Test
    void theFirstDigitsOfWhatIsNotTheDesksAreThoseOfNothing() {
        Sent question = both.asked();
        var start = new Sent(question.dossier(), question.entry().substring(0, 8));
        ObjectNode spoilt = TwoStates.answer(start).put("full", "perhaps");

        refused(say(vn, "inspector", "answer", spoilt), 404, SendingGround.ENTRY_UNKNOWN);

        assertThat(denied(vn, "inspector", "answer", question.entry())).hasSize(1);
    }

    @Test
    void theAskerDoesNotAnswerItself() {
        Sent question = both.asked();

        refused(
                say(sg, "duty", "answer", TwoStates.answer(question)),
                403,
                AccessGround.NOT_ASKED_OF_YOUR_DESK);
        refused(
                say(sg, "duty", "refuse", TwoStates.refusal(question)),
                403,
                AccessGround.NOT_ASKED_OF_YOUR_DESK);
    }

    /// To cite is to know: the answer would tell how strictly the entry of another desk is handled, and carry its id away.
    @Test
    void nobodyRestsOnWhatTheDeskMayNotRead() {
        Sent asked = both.asked();
        ObjectNode question = TwoStates.question();
        question.putArray("sources").add(asked.entry());

        refused(say(sg, "constable", "ask", question), 404, SendingGround.ENTRY_UNKNOWN);
        assertThat(denied(sg, "constable", "read", asked.entry())).hasSize(1);
    }

    // What cannot be meant.

    @Test
    void aQuestionStatesItsPurposeItsWordsAndWhyItIsUrgent() {
        ObjectNode silent = TwoStates.question();
        silent.set("question", TwoStates.words("  "));

        refused(
                say(sg, "duty", "ask", TwoStates.question().put("purpose", " ")),
                422,
                SendingGround.PURPOSE_MISSING);
        refused(say(sg, "duty", "ask", silent), 422, SendingGround.WORDS_MISSING);
        ObjectNode bare = TwoStates.refusal(both.asked());
        bare.set("alternative", TwoStates.words(" "));
        refused(say(vn, "duty", "refuse", bare), 422, SendingGround.ALTERNATIVE_MISSING);
        refused(
                say(sg, "duty", "ask", TwoStates.question().put("clock", "3d")),
                422,
                SendingGround.REASON_FOR_URGENCY_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"ask", "tell"})
    void whatIsGivenNamesAUse(String door) {
        ObjectNode body = body(door);
        ObjectNode handling = TwoStates.handling("H0");
        handling.putArray("use");
        body.set("handling", handling);

        refused(say(sg, "duty", door, body), 422, SendingGround.USE_MISSING);
    }

    @Test
    void whatIsAssertedIsGraded() {
        Sent question = both.asked();
        ObjectNode answer = TwoStates.answer(question);
        ObjectNode told = TwoStates.information();
        for (ObjectNode body : List.of(answer, told)) {
            body.remove(List.of("source", "information"));
        }

        refused(say(vn, "duty", "answer", answer), 422, SendingGround.GRADING_MISSING);
        refused(say(sg, "duty", "tell", told), 422, SendingGround.GRADING_MISSING);
        assertThat(TwoStates.standing(vn, question.entry())).isEqualTo("DELIVERED");
    }

    @Test
    void whatIsDerivedIsAtLeastAsStrict() {
        Sent question = both.asked();
        Sent answer = both.answered(question);
        ObjectNode weaker = TwoStates.question();
        weaker.putArray("sources").add(answer.entry());

        refused(say(sg, "duty", "ask", weaker), 422, SendingGround.WEAKER_THAN_ITS_SOURCES);
    }

    @Test
    void somebodyElseIsAddressed() {
        ObjectNode toNobody = TwoStates.information();
        toNobody.putArray("to");

        refused(say(sg, "duty", "tell", toNobody), 422, SendingGround.NO_ADDRESSEE);
        refused(
                say(sg, "duty", "ask", TwoStates.question().put("to", "vn/nobody")),
                404,
                SendingGround.DESK_UNKNOWN);
        refused(
                say(sg, "duty", "ask", TwoStates.question().put("to", "sg/police")),
                422,
                SendingGround.DESK_IS_OURS);
    }

    @Test
    void anEntryOrDossierThatIsNotHeldIsUnknown() {
        ObjectNode resting = TwoStates.question();
        resting.putArray("sources").add(NOWHERE.entry());

        refused(
                say(vn, "duty", "answer", TwoStates.answer(NOWHERE)),
                404,
                SendingGround.ENTRY_UNKNOWN);
        refused(
                say(vn, "duty", "refuse", TwoStates.refusal(new Sent("", "00000000"))),
                404,
                SendingGround.ENTRY_UNKNOWN);
        refused(say(sg, "duty", "ask", resting), 404, SendingGround.ENTRY_UNKNOWN);
        refused(
                say(sg, "duty", "ask", TwoStates.question().put("dossier", NOWHERE.dossier())),
                404,
                SendingGround.DOSSIER_UNKNOWN);
    }

    @Test
    void whatCannotBeReadIsNamedInTheReadersLanguageWithWhatIsAllowed() {
        String body = TwoStates.question().put("clock", "2h").toString();

        Answer refused = sg.as("duty").reading("fr").post("/exchange/ask", body);

        malformed(refused);
        assertThat(refused.body().path("sentence").stringValue(""))
                .startsWith("Une partie")
                .endsWith(": clock = 7d | 3d | 8h.");
        assertThat(refused.body().path("part").stringValue("")).isEqualTo("clock");
        assertThat(refused.body().path("allowed").toString()).isEqualTo("[\"7d\",\"3d\",\"8h\"]");
    }

    @Test
    void whatMayNoLongerBeUsedIsNotSent() {
        ObjectNode over = TwoStates.question();
        over.set("handling", TwoStates.handling("H1").put("expires", 1_577_836_800_000L));

        refused(say(sg, "duty", "ask", over), 422, SendingGround.DAY_IS_PAST);
    }

    @Test
    void whatIsNoQuestionIsNeitherAnsweredNorRefused() {
        Sent told = both.told();

        refused(
                say(vn, "duty", "answer", TwoStates.answer(told)),
                422,
                SendingGround.NOT_SUCH_AN_ENTRY);
        refused(
                say(vn, "duty", "refuse", TwoStates.refusal(told)),
                422,
                SendingGround.NOT_SUCH_AN_ENTRY);
    }

    @Test
    void whatCannotBeReadIsRefusedWhole() {
        Sent question = both.asked();
        ObjectNode unhandled = TwoStates.question();
        unhandled.remove("handling");

        for (ObjectNode body :
                List.of(
                        unhandled,
                        TwoStates.question().put("clock", "2h"),
                        TwoStates.question().put("condition", "unknown to this version"))) {
            malformed(say(sg, "duty", "ask", body));
        }
        Answer tooLong =
                say(
                        sg,
                        "duty",
                        "ask",
                        TwoStates.question().put("purpose", "x".repeat(Words.MAX_LENGTH + 1)));
        refused(tooLong, 422, SendingGround.TEXT_TOO_LONG);
        assertThat(tooLong.body().path("part").stringValue()).isEqualTo("purpose");
        assertThat(tooLong.body().at("/allowed/0").stringValue()).isEqualTo("20000");
        refused(
                say(sg, "duty", "ask", TwoStates.question().put("dossier", "not base32")),
                404,
                SendingGround.DOSSIER_UNKNOWN);
        malformed(say(vn, "duty", "answer", TwoStates.answer(question).put("information", 5)));
        malformed(say(vn, "duty", "answer", TwoStates.answer(question).put("full", "yes")));
        malformed(say(vn, "duty", "refuse", TwoStates.refusal(question).put("ground", "BORED")));
        malformed(sg.as("duty").post("/exchange/ask", "[]"));
        malformed(sg.as("duty").post("/exchange/ask", "{\"to\":"));
    }

    private static ObjectNode body(String door) {
        return switch (door) {
            case "ask" -> TwoStates.question();
            case "tell" -> TwoStates.information();
            case "answer" -> TwoStates.answer(NOWHERE);
            case "refuse" -> TwoStates.refusal(NOWHERE);
            default -> throw new IllegalArgumentException(door);
        };
    }
}
