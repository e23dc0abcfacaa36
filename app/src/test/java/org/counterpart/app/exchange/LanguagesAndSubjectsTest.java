package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

/// What is written says in which language it is, and what it is about by the kinds that all know.
class LanguagesAndSubjectsTest extends BetweenTwoStates {
    LanguagesAndSubjectsTest(TwoStates both) {
        super(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "ar", "zh-Hant", "fil", "pt-BR"})
    void isSaidInAnyLanguageThatIsKnown(String tag) {
        assertThat(say(sg, "duty", "ask", in(tag)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "english", "en_GB", "tlh-QX", "-"})
    void isNotSaidInALanguageThatNobodyKnows(String tag) {
        int before = sg.leaves("entry-made").size();

        Answer answer = sg.as("duty").reading("fr").post("/exchange/ask", in(tag).toString());

        refused(answer, 422, SendingGround.LANGUAGE_UNKNOWN);
        assertThat(answer.body().path("next").stringValue("")).contains("BCP 47");
        assertThat(sg.leaves("entry-made")).hasSize(before);
    }

    @Test
    void everyMessageSaysItsLanguage() {
        Sent question = both.asked();
        ObjectNode answer = TwoStates.answer(question);
        answer.set("answer", words());
        ObjectNode refusal = TwoStates.refusal(question);
        refusal.set("alternative", words());
        ObjectNode information = TwoStates.information();
        information.set("words", words());

        refused(say(vn, "duty", "answer", answer), 422, SendingGround.LANGUAGE_UNKNOWN);
        refused(say(vn, "duty", "refuse", refusal), 422, SendingGround.LANGUAGE_UNKNOWN);
        refused(say(sg, "duty", "tell", information), 422, SendingGround.LANGUAGE_UNKNOWN);
    }

    /// Who may not speak learns that, and not what is wrong with the words; it leaves a leaf.
    @Test
    void whoMayNotSpeakLearnsThatFirst() {
        int before = sg.leaves("denied").size();

        refused(say(sg, "reader", "ask", in("xx")), 403, AccessGround.NOT_THIS_ROLE);

        assertThat(sg.leaves("denied")).hasSize(before + 1);
    }

    @Test
    void isAboutKindsThatAllKnow() {
        for (String kind : SubjectKind.codes()) {
            assertThat(say(sg, "duty", "ask", about(kind)).status()).as(kind).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contaner", "CONTAINER", "air waybill", "x"})
    void whatIsNoSuchKindIsToldWithThoseThatThereAre(String kind) {
        Answer answer = say(sg, "duty", "ask", about(kind));

        refused(answer, 422, SendingGround.SUBJECT_KIND_UNKNOWN);
        assertThat(answer.body().path("part").stringValue()).isEqualTo("subjects.kind");
        assertThat(answer.body().path("allowed").toString()).contains("container", "air-waybill");
    }

    private static ObjectNode in(String tag) {
        ObjectNode question = TwoStates.question();
        question.withObject("question").put("language", tag);
        return question;
    }

    private static ObjectNode words() {
        return TwoStates.with("language", "xx").put("text", "Words");
    }

    private static ObjectNode about(String kind) {
        ObjectNode question = TwoStates.question();
        question.putArray("subjects")
                .addObject()
                .put("kind", kind)
                .put("value", "CPTU1904035")
                .put("constructed", true);
        return question;
    }
}
