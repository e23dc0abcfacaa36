package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Random;

class MessageRuleTest {
    private static final Random RANDOM = new Random(20_261_127);
    private static final DeskId ASKING = DeskId.draw(RANDOM);
    private static final DeskId ASKED = DeskId.draw(RANDOM);
    private static final EntryId QUESTION = new EntryId("7".repeat(64));
    private static final Words WORDS = new Words("en", "Who?");

    private final MessageRule rule = new MessageRule();

    MessageRuleTest() {}

    @Test
    void anAnswerAndARefusalSpeakOfTheirQuestion() {
        var answer = new Message.InformationAnswer(QUESTION, WORDS, List.of(), true);
        var refusal = new Message.RequestRefused(QUESTION, RefusalGround.NOTHING_HELD, WORDS);

        assertThat(rule.about(said(answer))).containsExactly(QUESTION);
        assertThat(rule.about(said(refusal))).containsExactly(QUESTION);
    }

    @Test
    void aQuestionAndInformationSpeakOfNothingThatWasSaidBefore() {
        var told = new Message.SpontaneousInformation(List.of(ASKED), WORDS, List.of(), "");

        assertThat(rule.about(said(question(ASKED)))).isEmpty();
        assertThat(rule.about(said(told))).isEmpty();
    }

    @Test
    void aQuestionIsFromADeskToADeskThatReadsIt() {
        Content toNobody = said(question(DeskId.draw(RANDOM)));
        Content byANode =
                content(
                        Message.InformationRequest.TYPE,
                        new Writer.Node(),
                        question(ASKED).payload());

        assertThatThrownBy(() -> rule.about(toNobody)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> rule.about(byANode)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Message.InformationRequest.TYPE,
                Message.InformationAnswer.TYPE,
                Message.RequestRefused.TYPE,
                Message.SpontaneousInformation.TYPE
            })
    void aPayloadOfAnotherFormBreaksItsType(String type) {
        Content content = content(type, desk(), Json.object().with("text", "rubbish"));

        assertThatThrownBy(() -> rule.about(content)).isInstanceOf(Malformed.class);
    }

    @Test
    void aMemberThatIsOneTooManyBreaksItsType() {
        Content content =
                content(
                        Message.InformationRequest.TYPE,
                        desk(),
                        question(ASKED).payload().with("more", "than is known"));

        assertThatThrownBy(() -> rule.about(content)).isInstanceOf(Malformed.class);
    }

    /// Another release may know more.
    @ParameterizedTest
    @ValueSource(strings = {"tide-table", "recall", "member-added", "member-removed"})
    void ofOtherTypesItSaysNothing(String type) {
        assertThat(rule.about(content(type, desk(), Json.object().with("text", "(constructed)"))))
                .isEmpty();
    }

    private static Message question(DeskId to) {
        return new Message.InformationRequest(
                to, WORDS, "To find out", List.of(), Urgency.WEEK, "");
    }

    private static Content said(Message message) {
        return content(message.type(), desk(), message.payload());
    }

    private static Writer desk() {
        return new Writer.Desk(ASKING, "duty-officer");
    }

    private static Content content(String type, Writer writer, Json.Members payload) {
        Audience both =
                Audience.ofNodes(List.of())
                        .with(new NodeId("5".repeat(32)), ASKING)
                        .with(new NodeId("6".repeat(32)), ASKED);
        return new Content(
                type,
                writer,
                Instant.parse("2026-11-26T12:00:00Z"),
                both,
                Pen.PLAIN,
                new Grading.NothingAsserted(),
                payload,
                List.of(),
                List.of());
    }
}
