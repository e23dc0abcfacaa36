package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.NOWHERE;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.denied;
import static org.counterpart.app.exchange.TwoStates.erased;
import static org.counterpart.app.exchange.TwoStates.made;
import static org.counterpart.app.exchange.TwoStates.malformed;
import static org.counterpart.app.exchange.TwoStates.recall;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Writer;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;

/// Taking back what was said: what each holder answers, and how far it is carried, between two nodes.
class RecallDoorTest extends BetweenTwoStates {
    private static final long FAR_OFF = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();

    RecallDoorTest(TwoStates both) {
        super(both);
    }

    @Test
    void aRecallWaitsForAnAnswerAtEachHolder() {
        Sent told = both.told();

        Sent recall = recalled(told);

        assertThat(TwoStates.item(vn, recall.entry()).path("kind").stringValue())
                .isEqualTo("RECALL_TO_ANSWER");
        assertThat(TwoStates.line(vn.as("duty"), told).path("standing").stringValue())
                .isEqualTo("RECALLED");
        both.until(() -> holding(sg, recall).equals("NOT_ANSWERED"));
        assertThat(made(sg, recall)).contains("\"type\":\"recall\"", "\"role\":\"duty-officer\"");
    }

    @Test
    void whatAHolderErasedIsGoneThereAndTheOriginatorKnows() {
        Sent told = both.told();
        Sent recall = recalled(told);

        Answer erased = say(vn, "duty", "recall-answer", erased(recall));

        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
        both.until(() -> holding(sg, recall).equals("ERASED"));
        JsonNode line = TwoStates.line(vn.as("duty"), told);
        assertThat(line.path("bare").stringValue()).isEqualTo("ERASED");
        assertThat(vn.leaves("erased")).anyMatch(leaf -> leaf.contains(told.entry()));
        assertThat(TwoStates.standing(vn, recall.entry())).isEqualTo("none");
        refused(
                say(vn, "duty", "recall-answer", erased(recall)),
                409,
                SendingGround.RECALL_ANSWERED);
    }

    @Test
    void whatAHolderKeepsUnderLawStaysReadableThere() {
        Sent told = both.told();
        Sent recall = recalled(told);

        assertThat(say(vn, "duty", "recall-answer", keptUnderLaw(recall)).status()).isEqualTo(200);

        both.until(() -> holding(sg, recall).equals("KEPT_UNDER_LAW"));
        assertThat(TwoStates.line(vn.as("duty"), told).path("content").toString())
                .contains("A container left for you.");
    }

    /// The day of review comes, and then it is erased after all; once it is, there is nothing more to say.
    @Test
    void whatWasKeptIsErasedLater() {
        Sent told = both.told();
        Sent recall = recalled(told);
        assertThat(say(vn, "duty", "recall-answer", keptUnderLaw(recall)).status()).isEqualTo(200);
        both.until(() -> holding(sg, recall).equals("KEPT_UNDER_LAW"));

        assertThat(say(vn, "duty", "recall-answer", erased(recall)).status()).isEqualTo(200);

        both.until(() -> holding(sg, recall).equals("ERASED"));
        assertThat(TwoStates.line(vn.as("duty"), told).path("bare").stringValue())
                .isEqualTo("ERASED");
        refused(
                say(vn, "duty", "recall-answer", keptUnderLaw(recall)),
                409,
                SendingGround.RECALL_ANSWERED);
    }

    @Test
    void nothingNewRestsOnWhatWasTakenBack() {
        Sent told = both.told();
        recalled(told);
        ObjectNode question = TwoStates.question();
        question.putArray("sources").add(told.entry());

        refused(say(sg, "duty", "ask", question), 409, SendingGround.SOURCE_RECALLED);
    }

    /// From one dossier to the next, and from there to a third, as far as this node derived one from the other.
    @Test
    void aRecallGoesAsFarAsTheDerivations() {
        Sent told = both.told();
        Sent second = resting(told);
        Sent third = resting(second);
        both.until(() -> standing(vn, third).equals("COUNTS"));

        recalled(told);

        assertThat(standing(sg, second)).isEqualTo("RESTS_ON_RECALLED");
        assertThat(standing(sg, third)).isEqualTo("RESTS_ON_RECALLED");
        both.until(() -> standing(vn, third).equals("RESTS_ON_RECALLED"));
    }

    /// It stays marked at home; to tell the others there is for somebody with a telephone, and the ledger says so.
    @Test
    void aRecallThatCannotBeCarriedOnLeavesALeaf() {
        Sent told = both.told();
        Sent question = both.askedBack();
        ObjectNode answer = TwoStates.answer(question);
        answer.putArray("sources").add(told.entry());
        Sent derived = Sent.of(say(sg, "duty", "answer", answer));
        both.until(() -> standing(vn, derived).equals("COUNTS"));
        Answer removed =
                say(vn, "lead", "members/remove", TwoStates.removal(question, TwoStates.node(sg)));
        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        both.until(() -> !TwoStates.states(sg, question).contains("SG"));

        recalled(told);

        assertThat(about(sg, "recall-not-carried", derived))
                .singleElement()
                .asString()
                .contains(SendingGround.NO_LONGER_A_MEMBER.code());
        assertThat(standing(vn, derived)).isEqualTo("COUNTS");
    }

    private Sent resting(Sent source) {
        ObjectNode question = TwoStates.question();
        question.putArray("sources").add(source.entry());
        return Sent.of(say(sg, "duty", "ask", question));
    }

    private static String standing(AState state, Sent sent) {
        return TwoStates.line(state.as("duty"), sent).path("standing").stringValue("none");
    }

    @Test
    void theLedgerOfTheNodeSaysWhoseHandItWas() {
        Sent told = both.told();

        assertThat(about(sg, "wrote", told)).singleElement().asString().contains("\"officer\":");
        assertThat(about(vn, "wrote", told)).isEmpty();
    }

    @Test
    void anEntryIsRecalledOnce() {
        Sent told = both.told();
        recalled(told);

        refused(say(sg, "duty", "recall", recall(told)), 409, SendingGround.ALREADY_RECALLED);
    }

    @Test
    void onlyWhoWroteItTakesItBack() {
        Sent told = both.told();

        refused(
                say(vn, "lead", "recall", recall(told)),
                403,
                AccessGround.NOT_WRITTEN_BY_YOUR_DESK);
        refused(say(sg, "inspector", "recall", recall(told)), 404, SendingGround.ENTRY_UNKNOWN);
        refused(say(sg, "reader", "recall", recall(told)), 403, AccessGround.NOT_THIS_ROLE);
        assertThat(denied(sg, "inspector", "recall", told.entry())).hasSize(1);
        assertThat(denied(sg, "reader", "recall", told.entry())).hasSize(1);
        assertThat(about(vn, "denied", told)).hasSize(1);
        assertThat(TwoStates.line(vn.as("duty"), told).path("standing").stringValue())
                .isEqualTo("COUNTS");
    }

    @Test
    void onlyAHolderSaysWhatBecameOfIt() {
        Sent told = both.told();
        Sent recall = recalled(told);

        refused(
                say(vn, "inspector", "recall-answer", erased(recall)),
                404,
                SendingGround.ENTRY_UNKNOWN);
        refused(
                say(vn, "reader", "recall-answer", erased(recall)),
                403,
                AccessGround.NOT_THIS_ROLE);
        assertThat(denied(vn, "inspector", "answer-recall", recall.entry())).hasSize(1);
        assertThat(denied(vn, "reader", "answer-recall", recall.entry())).hasSize(1);
        assertThat(TwoStates.line(vn.as("duty"), told).has("bare")).isFalse();
    }

    /// It is asked of the others; the originator's own copy would be erased with what it wrote.
    @Test
    void theOriginatorDoesNotAnswerItsOwnRecall() {
        Sent told = both.told();
        Sent recall = recalled(told);

        refused(
                say(sg, "duty", "recall-answer", erased(recall)),
                403,
                AccessGround.NOT_ASKED_OF_YOUR_DESK);

        assertThat(sg.leaves("erased")).noneMatch(leaf -> leaf.contains(told.entry()));
    }

    @Test
    void aRecallOfNothingAndAnAnswerToNoRecallAreRefused() {
        Sent told = both.told();

        refused(say(sg, "duty", "recall", recall(NOWHERE)), 404, SendingGround.ENTRY_UNKNOWN);
        refused(
                say(vn, "duty", "recall-answer", erased(NOWHERE)),
                404,
                SendingGround.ENTRY_UNKNOWN);
        refused(say(vn, "duty", "recall-answer", erased(told)), 422, SendingGround.NOT_A_RECALL);
        malformed(say(vn, "duty", "recall-answer", erased(told).put("holding", "lost")));
        malformed(say(vn, "duty", "recall-answer", erased(told).put("holding", "kept-under-law")));
        malformed(say(sg, "duty", "recall", TwoStates.with("entry", told.entry())));
    }

    /// The list is closed where it is written; what is allowed stands in the refusal.
    @Test
    void aRecallHasAGroundOfTheList() {
        Sent told = both.told();

        Answer refused = say(sg, "duty", "recall", recall(told).put("ground", "for-no-reason"));

        malformed(refused);
        assertThat(refused.body().path("part").stringValue()).isEqualTo("ground");
        assertThat(refused.body().path("allowed").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(RecallGround.codes());
        assertThat(RecallGround.codes())
                .allSatisfy(code -> assertThat(RecallGround.of(code).code()).isEqualTo(code));
        assertThat(about(sg, "entry-made", told)).hasSize(1);
        assertThat(TwoStates.line(sg.as("duty"), told).path("standing").stringValue())
                .isEqualTo("COUNTS");
    }

    @Test
    void whatIsKeptUnderLawHasAGroundOfTheList() {
        Sent told = both.told();
        Sent recall = recalled(told);

        Answer refused =
                say(vn, "duty", "recall-answer", keptUnderLaw(recall).put("ground", "court-file"));

        malformed(refused);
        assertThat(refused.body().path("part").stringValue()).isEqualTo("ground");
        assertThat(refused.body().path("allowed").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(KeepingGround.codes());
        assertThat(KeepingGround.codes())
                .allSatisfy(code -> assertThat(KeepingGround.of(code).code()).isEqualTo(code));
        assertThat(TwoStates.standing(vn, recall.entry())).isEqualTo("ASKED");
    }

    @Test
    void whatIsKeptUnderLawNamesTheCourt() {
        Sent recall = recalled(both.told());

        refused(
                say(vn, "duty", "recall-answer", keptUnderLaw(recall).put("court", "")),
                422,
                SendingGround.COURT_MISSING);
        assertThat(TwoStates.standing(vn, recall.entry())).isEqualTo("ASKED");
    }

    /// Of a newer release, or of another software: it is kept all the same, and the ground is for the reader.
    @Test
    void aGroundOfAnotherListIsShownAsItStands() {
        Sent told = both.told();
        Sent recall = recalled(told);
        Desk holder = vn.node().bean(Desks.class).named("vn/customs").orElseThrow();
        Desk author = vn.node().bean(Desks.class).named("sg/customs").orElseThrow();
        var answer =
                new Act.RecallAnswer(
                        new EntryId(recall.entry()),
                        new EntryId(told.entry()),
                        new Act.Holding.KeptUnderLaw(
                                "ground-of-a-newer-release",
                                "A court",
                                Instant.ofEpochMilli(FAR_OFF)));
        Audience audience =
                Audience.ofNodes(List.of())
                        .with(holder.node(), holder.id())
                        .with(author.node(), author.id());
        vn.node()
                .bean(Vault.class)
                .append(
                        new DossierId(told.dossier()),
                        Draft.of(
                                answer,
                                new Writer.Desk(holder.id(), "duty-officer"),
                                audience,
                                Pen.PLAIN));

        both.until(() -> holding(sg, recall).equals("KEPT_UNDER_LAW"));

        assertThat(sg.as("duty").get("/exchange/dossiers/" + told.dossier()).body().toString())
                .contains("\"ground\":\"ground-of-a-newer-release\"");
    }

    /// Whoever types the number of the entry is told that of its recall; a desk without a part in it learns nothing.
    @Test
    void namesTheRecallWhereTheEntryIsGiven() {
        Sent told = both.told();
        Sent recall = recalled(told);

        Answer answer = say(vn, "duty", "recall-answer", erased(told));

        refused(answer, 422, SendingGround.RECALL_IS_MEANT);
        assertThat(answer.body().path("part").stringValue()).isEqualTo("recall");
        assertThat(answer.body().at("/allowed/0").stringValue())
                .isEqualTo(recall.entry().substring(0, 12));
        assertThat(answer.body().path("sentence").stringValue())
                .endsWith("its recall: recall = " + recall.entry().substring(0, 12) + ".");
        refused(
                say(vn, "inspector", "recall-answer", erased(told)),
                404,
                SendingGround.ENTRY_UNKNOWN);
        refused(
                say(sg, "duty", "recall-answer", erased(told)),
                403,
                AccessGround.NOT_ASKED_OF_YOUR_DESK);
        assertThat(TwoStates.line(vn.as("duty"), told).has("bare")).isFalse();
    }

    private Sent recalled(Sent told) {
        Sent recall = Sent.of(say(sg, "duty", "recall", recall(told)));
        both.until(() -> TwoStates.standing(vn, recall.entry()).equals("ASKED"));
        return recall;
    }

    private static ObjectNode keptUnderLaw(Sent recall) {
        return TwoStates.with("recall", recall.entry())
                .put("holding", "kept-under-law")
                .put("ground", "evidence-in-pending-case")
                .put("court", "People's Court, Hai Phong")
                .put("review", FAR_OFF);
    }

    /// What the one holder made of a recall, as far as a node knows.
    private static String holding(AState state, Sent recall) {
        for (JsonNode one :
                state.as("duty")
                        .get("/exchange/dossiers/" + recall.dossier())
                        .body()
                        .path("recalls")) {
            if (one.path("recall").stringValue("").equals(recall.entry())) {
                return one.path("holders").values().iterator().next().stringValue();
            }
        }
        return "none";
    }
}
