package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;

import java.util.Set;

/// What a recall reaches: every holder, and whatever was derived.
class RecallTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final TestNode thailand = TestNode.named("thbangkok");
    private final Village village = Village.of(nigeria, vietnam, kenya, thailand);
    private final Placed target = village.says(nigeria, Contents.to(nigeria, vietnam));

    @Test
    void listsWhoeverWasGivenTheEntry() {
        Act.Recall act = new Act.Recall(target.id(), "ground");
        Placed recall = recallTold(act, nigeria, vietnam);
        assertThat(recalled(recall).holders()).containsExactly(vietnam.id());
        village.acts(vietnam, new Act.Forward(Set.of(target.id()), Contents.audience(kenya)));
        assertThat(recalled(recall).holders()).containsExactlyInAnyOrder(vietnam.id(), kenya.id());
        release(thailand);
        assertThat(recalled(recall).holders())
                .containsExactlyInAnyOrder(vietnam.id(), kenya.id(), thailand.id());
    }

    @Test
    void listsWhomTheRecallItselfIsToldWhereTheEntryIsErasedHere() {
        Placed recall = recallTold(new Act.Recall(target.id(), "ground"), nigeria, kenya);
        var sights = village.sights();
        sights.put(target.id(), new Sight.Erased());
        assertThat(Village.recalled(village.picture(sights), recall).holders())
                .containsExactly(kenya.id());
    }

    @Test
    void waitsForTheAnswerOfEachHolder() {
        Placed recall = recall(target);
        assertThat(recalled(recall).unanswered()).isEqualTo(recalled(recall).holders());
        var law = new Act.Holding.KeptUnderLaw("evidence", "High Court", NOON);
        answer(vietnam, recall, target, new Act.Holding.Erased());
        answer(kenya, recall, target, law);
        assertThat(recalled(recall).answers())
                .containsEntry(vietnam.id(), new Act.Holding.Erased())
                .containsEntry(kenya.id(), law)
                .hasSize(2);
        assertThat(recalled(recall).unanswered()).containsExactly(thailand.id());
    }

    @Test
    void takesTheLastAnswerOfAHolder() {
        Placed recall = recall(target);
        answer(vietnam, recall, target, new Act.Holding.KeptUnderLaw("a", "b", NOON));
        answer(vietnam, recall, target, new Act.Holding.Erased());
        assertThat(recalled(recall).answers())
                .containsEntry(vietnam.id(), new Act.Holding.Erased());
    }

    @Test
    void takesNoAnswerAboutAnotherEntryOrRecall() {
        Placed other = village.writes(nigeria);
        Placed recall = recall(target);
        Placed otherRecall = recall(other);
        answer(vietnam, recall, other, new Act.Holding.Erased());
        assertThat(recalled(recall).answers()).isEmpty();
        assertThat(recalled(otherRecall).answers()).isEmpty();
    }

    @Test
    void marksWhatWasDerivedAllTheWay() {
        Placed derived = quotes(kenya, target);
        Placed further = quotes(vietnam, derived);
        Placed beside = village.writes(thailand);
        assertThat(village.standing(further)).isEqualTo(Picture.Standing.COUNTS);
        recall(target);
        assertThat(village.standing(target)).isEqualTo(Picture.Standing.RECALLED);
        assertThat(village.standing(derived)).isEqualTo(Picture.Standing.RESTS_ON_RECALLED);
        assertThat(village.standing(further)).isEqualTo(Picture.Standing.RESTS_ON_RECALLED);
        assertThat(village.standing(beside)).isEqualTo(Picture.Standing.COUNTS);
    }

    /// An author of many heads may quote an entry that it did not cite; reading order then has it first.
    @Test
    void marksWhatWasDerivedEvenWhereItStandsBeforeItsSource() {
        Placed derived = quotes(kenya, target);
        Content quoting = Contents.quoting(Contents.about("Early"), derived);
        SignedEnvelope early = village.envelope(thailand, quoting, target);
        while (early.id().compareTo(derived.id()) > 0) {
            early = village.envelope(thailand, quoting, target);
        }
        village.held.take(early);
        recall(target);
        assertThat(village.picture().lines())
                .filteredOn(line -> line.placed().author().equals(thailand.id()))
                .singleElement()
                .extracting(Picture.Line::standing)
                .isEqualTo(Picture.Standing.RESTS_ON_RECALLED);
    }

    @Test
    void marksWhatRestsOnARecallInAnotherDossier() {
        var elsewhere = Village.of(nigeria);
        Placed derived = quotes(kenya, elsewhere.opening);
        Placed further = quotes(vietnam, derived);
        assertThat(village.standing(derived)).isEqualTo(Picture.Standing.COUNTS);
        var citation = new Citation(elsewhere.dossier(), elsewhere.opening.id(), nigeria.id());
        village.acts(kenya, new Act.RecallCarried(derived.id(), citation));
        assertThat(village.standing(derived)).isEqualTo(Picture.Standing.RESTS_ON_RECALLED);
        assertThat(village.standing(further)).isEqualTo(Picture.Standing.RESTS_ON_RECALLED);
    }

    @Test
    void staysWhateverBecomesOfTheRecallItself() {
        Placed recall = recall(target);
        village.acts(nigeria, new Act.Recall(recall.id(), "in-error"));
        assertThat(village.standing(target)).isEqualTo(Picture.Standing.RECALLED);
    }

    private Placed recall(Placed entry) {
        return village.acts(nigeria, new Act.Recall(entry.id(), "ground"));
    }

    private Placed recallTold(Act.Recall act, TestNode... told) {
        return village.says(nigeria, Contents.of(act, Contents.audience(told)));
    }

    private void release(TestNode to) {
        Placed request =
                village.acts(
                        vietnam,
                        new Act.PermissionRequest(
                                Set.of(target.id()), Contents.audience(to), Use.FORWARD, "Why."));
        village.acts(
                nigeria,
                new Act.Release(
                        request.id(),
                        Set.of(target.id()),
                        Contents.audience(to),
                        Use.FORWARD,
                        NOON));
    }

    private void answer(TestNode holder, Placed recall, Placed entry, Act.Holding holding) {
        village.acts(holder, new Act.RecallAnswer(recall.id(), entry.id(), holding));
    }

    private Placed quotes(TestNode author, Placed source) {
        return village.says(author, Contents.quoting(Contents.about("So it was said."), source));
    }

    private Picture.RecallState recalled(Placed recall) {
        return Village.recalled(village.picture(), recall);
    }
}
