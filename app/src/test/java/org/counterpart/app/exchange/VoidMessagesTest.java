package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.item;
import static org.counterpart.app.exchange.TwoStates.line;
import static org.counterpart.app.exchange.TwoStates.standing;

import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// A member whose node was taken over says between desks what no desk can say; its entries are sound, its words are not.
class VoidMessagesTest extends BetweenTwoStates {
    private static final Words WORDS = new Words("en", "It was nobody.");

    private final Vault ours;
    private final Vault theirs;

    VoidMessagesTest(TwoStates both) {
        super(both);
        this.ours = sg.node().bean(Vault.class);
        this.theirs = vn.node().bean(Vault.class);
    }

    @Test
    void anAnswerThatCannotBeReadIsShownAsVoidAndAnswersNothing() {
        Sent question = both.asked();
        Json.Members payload = Json.object().with("request", question.entry()).with("full", "yes");

        Sent answer = writes(question, Message.InformationAnswer.TYPE, payload);

        isVoidForBoth(answer);
        assertThat(standing(sg, question.entry())).isEqualTo("DELIVERED");
        assertThat(standing(vn, question.entry())).isEqualTo("DELIVERED");
        both.answered(question);
    }

    @Test
    void aQuestionThatCannotBeReadIsShownAsVoidAndIsNoItem() {
        Sent question = both.asked();

        Sent odd =
                writes(
                        question,
                        Message.InformationRequest.TYPE,
                        Json.object().with("to", "nobody"));

        isVoidForBoth(odd);
        both.answered(question);
    }

    @Test
    void aQuestionToADeskThatDoesNotReadItIsVoid() {
        Sent question = both.asked();
        var asked =
                new Message.InformationRequest(
                        DeskId.draw(new Random(7)),
                        WORDS,
                        "To find out",
                        List.of(),
                        Urgency.WEEK,
                        "");

        isVoidForBoth(writes(question, asked.type(), asked.payload()));
    }

    @Test
    void informationThatCannotBeReadIsShownAsVoidAndIsNoItem() {
        Sent question = both.asked();

        isVoidForBoth(
                writes(
                        question,
                        Message.SpontaneousInformation.TYPE,
                        Json.object().with("information", "rubbish")));
    }

    @Test
    void aRefusalOfWhatItsAuthorHasNotSeenIsVoid() {
        Sent question = both.asked();
        Sent elsewhere = both.asked();
        var refusal =
                new Message.RequestRefused(
                        new EntryId(elsewhere.entry()), RefusalGround.NOTHING_HELD, WORDS);

        isVoidForBoth(writes(question, refusal.type(), refusal.payload()));
        assertThat(standing(sg, elsewhere.entry())).isEqualTo("DELIVERED");
    }

    /// It opens a dossier, so nothing else in it says whose it is.
    @Test
    void anOpeningThatIsVoidIsShownToTheDeskThatItWasFor() {
        Sent known = both.asked();
        Draft odd =
                draft(known, Message.InformationRequest.TYPE, Json.object().with("to", "nobody"));

        Sent opening = sent(theirs.open(Set.of(ours.self()), odd));

        both.until(() -> !line(sg.as("duty"), opening).isEmpty());
        both.until(() -> line(sg.as("duty"), opening).path("deliveries").size() == 1);
        assertThat(line(sg.as("duty"), opening).path("bare").stringValue("none"))
                .isEqualTo(VoidReason.BREAKS_ITS_TYPE.code());
        assertThat(item(sg, opening.entry())).isEmpty();
        assertThat(line(sg.as("constable"), opening)).isEmpty();
    }

    /// A later release may know it.
    @Test
    void anUnknownTypeCountsAndIsShown() {
        Sent question = both.asked();

        Sent unknown = writes(question, "tide-table", Json.object().with("high", "noon"));

        both.until(() -> line(sg.as("duty"), unknown).path("content").isObject());
        assertThat(line(sg.as("duty"), unknown).path("standing").stringValue("none"))
                .isEqualTo("COUNTS");
    }

    /// Who was not asked may say so; it answers nothing.
    @Test
    void anAnswerToOnesOwnQuestionCountsForNoRequest() {
        Sent question = both.askedBack();
        var answer =
                new Message.InformationAnswer(
                        new EntryId(question.entry()), WORDS, List.of(), true);

        Sent sent = writes(question, answer.type(), answer.payload());

        both.until(() -> line(sg.as("duty"), sent).path("content").isObject());
        assertThat(standing(sg, question.entry())).isEqualTo("DELIVERED");
    }

    private void isVoidForBoth(Sent sent) {
        for (AState state : List.of(sg, vn)) {
            both.until(() -> !line(state.as("duty"), sent).isEmpty());
            both.until(() -> line(state.as("duty"), sent).path("deliveries").size() == 1);
            JsonNode line = line(state.as("duty"), sent);
            assertThat(line.path("standing").stringValue("none")).isEqualTo("VOID");
            assertThat(line.path("bare").stringValue("none"))
                    .isEqualTo(VoidReason.BREAKS_ITS_TYPE.code());
            assertThat(line.has("content")).isFalse();
            assertThat(item(state, sent.entry())).isEmpty();
        }
    }

    /// In a dossier of a question, from Viet Nam's customs desk to those who read that.
    private Sent writes(Sent question, String type, Json.Members payload) {
        return sent(
                theirs.append(new DossierId(question.dossier()), draft(question, type, payload)));
    }

    private Draft draft(Sent question, String type, Json.Members payload) {
        Audience audience =
                theirs.held(new EntryId(question.entry())).orElseThrow().content().audience();
        DeskId own = Objects.requireNonNull(audience.desks().get(theirs.self())).iterator().next();
        return new Draft(
                type,
                new Writer.Desk(own, "duty-officer"),
                audience,
                Pen.PLAIN,
                new Grading.NothingAsserted(),
                payload,
                List.of());
    }

    private static Sent sent(Appended appended) {
        if (appended instanceof Appended.Done(var placed, _)) {
            return new Sent(placed.dossier().text(), placed.id().hex());
        }
        throw new AssertionError(appended.toString());
    }
}
