package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.item;
import static org.counterpart.app.exchange.TwoStates.line;
import static org.counterpart.app.exchange.TwoStates.malformed;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;
import static org.counterpart.app.exchange.TwoStates.standing;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is settled leaves the list of what waits, and is still found; what nobody has read never does.
class SettledItemsTest extends BetweenTwoStates {
    SettledItemsTest(TwoStates both) {
        super(both);
    }

    @Test
    void whatWasToldIsSettledOnceTheDeskHasSeenIt() {
        Sent told = both.told();
        assertThat(item(vn, told.entry()).path("unread").booleanValue()).isTrue();

        assertThat(line(vn.as("reader"), told).has("content")).as("by an analyst").isTrue();
        assertThat(standing(vn, told.entry())).isEqualTo("COUNTS");
        assertThat(line(vn.as("duty"), told).has("content")).isTrue();

        assertThat(standing(vn, told.entry())).isEqualTo("none");
        isSettled(vn, told.entry(), "COUNTS");
    }

    @Test
    void anAnswerWaitsWithItsQuestionUntilItWasRead() {
        Sent question = both.asked();
        assertThat(item(sg, question.entry()).path("unread").booleanValue()).isFalse();

        both.answered(question);

        assertThat(standing(vn, question.entry())).as("it has done its part").isEqualTo("none");
        isSettled(vn, question.entry(), "ANSWERED");
        assertThat(item(sg, question.entry()).path("unread").booleanValue()).isTrue();
        assertThat(line(sg.as("duty"), question).has("content")).isTrue();
        assertThat(standing(sg, question.entry())).isEqualTo("none");
        isSettled(sg, question.entry(), "ANSWERED");
    }

    /// A part that was read settles nothing, and what comes after it is unread again.
    @Test
    void everyPartOfAnAnswerIsUnreadUntilItWasRead() {
        Sent question = both.asked();
        Sent part =
                Sent.of(say(vn, "duty", "answer", TwoStates.answer(question).put("full", false)));
        both.until(() -> standing(sg, question.entry()).equals("ANSWERED_IN_PART"));
        assertThat(line(sg.as("duty"), part).has("content")).isTrue();
        assertThat(item(sg, question.entry()).path("unread").booleanValue()).isFalse();
        assertThat(standing(sg, question.entry())).isEqualTo("ANSWERED_IN_PART");

        both.answered(question);

        assertThat(item(sg, question.entry()).path("unread").booleanValue()).isTrue();
    }

    @Test
    void aRefusalWaitsUntilItWasRead() {
        Sent question = both.asked();
        Sent.of(say(vn, "duty", "refuse", TwoStates.refusal(question)));
        both.until(() -> standing(sg, question.entry()).equals("REFUSED"));
        assertThat(standing(vn, question.entry())).isEqualTo("none");

        assertThat(line(sg.as("duty"), question).has("content")).isTrue();

        assertThat(standing(sg, question.entry())).isEqualTo("none");
        isSettled(sg, question.entry(), "REFUSED");
    }

    /// Reading it is not enough: something is owed.
    @Test
    void aRecallWaitsUntilItIsAnswered() {
        Sent told = both.told();
        Sent recall = Sent.of(say(sg, "duty", "recall", TwoStates.recall(told)));
        both.until(() -> standing(vn, recall.entry()).equals("ASKED"));
        assertThat(line(vn.as("duty"), recall).has("content")).isTrue();
        assertThat(standing(vn, recall.entry())).isEqualTo("ASKED");

        Sent.of(say(vn, "duty", "recall-answer", TwoStates.erased(recall)));

        assertThat(standing(vn, recall.entry())).isEqualTo("none");
        isSettled(vn, recall.entry(), "ERASED");
    }

    @Test
    void theListSaysHowMuchWaitsAndHowMuchIsSettled() {
        JsonNode before = vn.as("duty").get("/exchange/inbox").body();
        Sent told = both.told();
        JsonNode waiting = vn.as("duty").get("/exchange/inbox").body();
        assertThat(line(vn.as("duty"), told).has("content")).isTrue();
        JsonNode settled = vn.as("duty").get("/exchange/inbox").body();

        assertThat(more(before, waiting, "waiting")).isEqualTo(1);
        assertThat(more(before, waiting, "settled")).isZero();
        assertThat(waiting.path("settled").longValue())
                .isLessThan(settled.path("settled").longValue());
    }

    private static long more(JsonNode before, JsonNode after, String count) {
        return after.path(count).longValue() - before.path(count).longValue();
    }

    @Test
    void goesOnBeforeANumber() {
        Sent early = both.told();
        Sent late = both.told();
        JsonNode first = among(vn, "?all=true", late.entry());

        String before = "?before=" + first.path("number").longValue();

        assertThat(among(vn, "?all=true", early.entry()).path("number").longValue())
                .isLessThan(first.path("number").longValue());
        assertThat(among(vn, before, early.entry()).isEmpty()).isFalse();
        assertThat(among(vn, before, late.entry()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?all=perhaps", "?before=last", "?before=99999999999999999999"})
    void aPageThatCannotBeMeantIsRefused(String query) {
        malformed(vn.as("duty").get("/exchange/inbox" + query));
    }

    @Test
    void onlyOfficersOfADeskSeeWhatIsSettled() {
        for (String officer : new String[] {"operator", "watch"}) {
            int before = sg.leaves("denied").size();
            refused(sg.as(officer).get("/exchange/inbox?all=true"), 403, AccessGround.NEEDS_A_DESK);
            assertThat(sg.leaves("denied")).hasSize(before + 1);
        }
        Sent told = both.told();
        assertThat(vn.as("constable").get("/exchange/inbox?all=true").body().toString())
                .doesNotContain(told.entry());
    }

    private static void isSettled(AState state, String entry, String standing) {
        JsonNode item = among(state, "?all=true", entry);
        assertThat(item.path("state").stringValue("")).isEqualTo(standing);
        assertThat(item.path("waits").booleanValue()).isFalse();
    }

    private static JsonNode among(AState state, String query, String entry) {
        return state.as("duty")
                .get("/exchange/inbox" + query)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("entry").stringValue("").equals(entry))
                .findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
    }
}
