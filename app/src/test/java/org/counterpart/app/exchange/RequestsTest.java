package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Envelope;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.SizeClass;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// Where a question stands, folded from a picture without a node.
class RequestsTest {
    private static final Random RANDOM = new Random(20_261_126);
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final NodeId SG = new NodeId("5".repeat(32));
    private static final NodeId VN = new NodeId("7".repeat(32));
    private static final NodeId MY = new NodeId("9".repeat(32));
    private static final DeskId SG_CUSTOMS = DeskId.draw(RANDOM);
    private static final DeskId VN_CUSTOMS = DeskId.draw(RANDOM);
    private static final DossierId DOSSIER = new DossierId(DeskId.draw(RANDOM).text());
    private static final Audience BOTH =
            Audience.ofNodes(List.of()).with(SG, SG_CUSTOMS).with(VN, VN_CUSTOMS);

    private final List<Picture.Line> lines = new ArrayList<>();
    private Audience audience = BOTH;

    RequestsTest() {}

    @Test
    void isSentUntilTheReceiverHasSigned() {
        asks(Urgency.WEEK);

        assertThat(state()).isInstanceOf(Request.Sent.class);
        assertThat(state().isOverdue(NOON.plus(Duration.ofDays(365)))).isFalse();
        assertThat(state().asked())
                .returns(SG, Request.Asked::askingNode)
                .returns(SG_CUSTOMS, Request.Asked::askingDesk)
                .returns(VN, Request.Asked::requestedNode)
                .returns(NOON, Request.Asked::sentAt);
    }

    @Test
    void theClockRunsFromTheReceiptAndNotFromTheSending() {
        asks(Urgency.EIGHT_HOURS);
        Instant signed = NOON.plus(Duration.ofDays(2));
        arrives(VN, signed);

        Instant due = signed.plus(Duration.ofHours(8));
        assertThat(state()).isEqualTo(new Request.Delivered(state().asked(), signed, due));
        assertThat(state().isOverdue(due)).isFalse();
        assertThat(state().isOverdue(due.plusMillis(1))).isTrue();
    }

    @Test
    void theReceiptOfAnotherNodeStartsNoClock() {
        asks(Urgency.WEEK);
        arrives(MY, NOON);

        assertThat(state()).isInstanceOf(Request.Sent.class);
    }

    @Test
    void theClockOfTheRestRunsOnAfterAPartialAnswer() {
        EntryId question = asks(Urgency.THREE_DAYS);
        arrives(VN, NOON);
        EntryId part = answers(VN, question, false);

        Instant due = NOON.plus(Duration.ofDays(3));
        assertThat(state())
                .isEqualTo(new Request.AnsweredInPart(state().asked(), List.of(part), due));
        assertThat(state().isOverdue(due.plusMillis(1))).isTrue();
    }

    @Test
    void isAnsweredByAFullAnswerAndKeepsThePartsBefore() {
        EntryId question = asks(Urgency.WEEK);
        EntryId part = answers(VN, question, false);
        EntryId full = answers(VN, question, true);

        assertThat(state())
                .isEqualTo(new Request.Answered(state().asked(), List.of(part, full), NOON));
        assertThat(state().isOverdue(NOON.plus(Duration.ofDays(365)))).isFalse();
    }

    @Test
    void whoWasNotAskedAnswersNothing() {
        EntryId question = asks(Urgency.WEEK);
        answers(SG, question, true);
        answers(MY, question, true);
        refuses(MY, question);

        assertThat(state()).isInstanceOf(Request.Sent.class);
    }

    @Test
    void whatIsKeptFromTheDeskThatAskedIsNoReplyToIt() {
        EntryId question = asks(Urgency.WEEK);
        audience = Audience.ofNodes(List.of(SG)).with(VN, VN_CUSTOMS);
        answers(VN, question, true);
        refuses(VN, question);
        audience = audience.with(SG, DeskId.draw(RANDOM));
        answers(VN, question, true);

        assertThat(state()).isInstanceOf(Request.Sent.class);
    }

    /// It cannot keep its question open with that.
    @Test
    void anAskerThatLeftItsOwnDeskOutIsAnsweredAllTheSame() {
        audience = Audience.ofNodes(List.of(SG)).with(VN, VN_CUSTOMS);
        EntryId question = asks(Urgency.WEEK);
        answers(VN, question, true);

        assertThat(state()).isInstanceOf(Request.Answered.class);
    }

    @Test
    void anAnswerToAnotherQuestionLeavesThisOneOpen() {
        asks(Urgency.WEEK);
        EntryId second = asks(Urgency.WEEK);
        answers(VN, second, true);

        assertThat(Requests.in(picture()))
                .hasExactlyElementsOfTypes(Request.Sent.class, Request.Answered.class);
    }

    @Test
    void isRefusedOnItsGround() {
        EntryId question = asks(Urgency.WEEK);
        EntryId refusal = refuses(VN, question);

        assertThat(state())
                .isEqualTo(
                        new Request.Refused(state().asked(), refusal, RefusalGround.NOTHING_HELD));
    }

    @Test
    void aRefusalGivesWayToALaterAnswer() {
        EntryId question = asks(Urgency.WEEK);
        refuses(VN, question);
        answers(VN, question, true);

        assertThat(state()).isInstanceOf(Request.Answered.class);
    }

    @Test
    void whatIsLeftAfterAPartialAnswerMayBeRefused() {
        EntryId question = asks(Urgency.WEEK);
        answers(VN, question, false);
        refuses(VN, question);

        assertThat(state()).isInstanceOf(Request.Refused.class);
    }

    @Test
    void isOpenAgainWhenItsAnswerWasTakenBack() {
        EntryId question = asks(Urgency.WEEK);
        arrives(VN, NOON);
        answers(VN, question, true);
        recallsLast();

        assertThat(state()).isInstanceOf(Request.Delivered.class);
    }

    @Test
    void isOpenAgainWhenItsRefusalWasTakenBack() {
        EntryId question = asks(Urgency.WEEK);
        refuses(VN, question);
        recallsLast();

        assertThat(state()).isInstanceOf(Request.Sent.class);
    }

    @Test
    void isWithdrawnWhenTheAskerTookItBackEvenAfterAnAnswer() {
        EntryId question = asks(Urgency.WEEK);
        recallsLast();
        answers(VN, question, true);

        assertThat(state()).isInstanceOf(Request.Withdrawn.class);
    }

    @Test
    void whatIsClosedOrVoidHereIsNoRequest() {
        asks(Urgency.WEEK);
        Picture.Line line = lines.removeFirst();
        lines.add(seen(line, new Sight.Closed()));
        lines.add(seen(line, new Sight.Erased()));
        lines.add(seen(line, new Sight.Voided(VoidReason.TWO_HISTORIES)));

        assertThat(Requests.in(picture())).isEmpty();
    }

    @Test
    void aQuestionToADeskOutsideItsOwnAudienceIsNone() {
        DeskId elsewhere = DeskId.draw(RANDOM);
        says(SG, question(elsewhere, Urgency.WEEK));

        assertThat(Requests.in(picture())).isEmpty();
    }

    private Request state() {
        return Requests.in(picture()).getFirst();
    }

    private EntryId asks(Urgency urgency) {
        return says(SG, question(VN_CUSTOMS, urgency));
    }

    private static Message question(DeskId to, Urgency urgency) {
        return new Message.InformationRequest(
                to, new Words("en", "Who?"), "To find out", List.of(), urgency, "The ship sails");
    }

    private EntryId answers(NodeId author, EntryId question, boolean full) {
        return says(
                author,
                new Message.InformationAnswer(question, new Words("en", "They."), List.of(), full));
    }

    private EntryId refuses(NodeId author, EntryId question) {
        return says(
                author,
                new Message.RequestRefused(
                        question, RefusalGround.NOTHING_HELD, new Words("en", "Ask others.")));
    }

    private EntryId says(NodeId author, Message message) {
        DeskId desk = author.equals(SG) ? SG_CUSTOMS : VN_CUSTOMS;
        var content =
                new Content(
                        message.type(),
                        new Writer.Desk(desk, "duty-officer"),
                        NOON,
                        audience,
                        Pen.PLAIN,
                        new Grading.NothingAsserted(),
                        message.payload(),
                        List.of(),
                        List.of());
        lines.add(line(author, content));
        return lines.getLast().id();
    }

    private Picture.Line line(NodeId author, Content content) {
        int number = lines.size() + 1;
        var envelope =
                new Envelope(
                        Suite.CP1,
                        DOSSIER,
                        author,
                        number,
                        List.of(),
                        new Digest("0".repeat(64)),
                        new SizeClass(1024),
                        new Membership.Unchanged());
        var id = new EntryId("%064x".formatted(number));
        return new Picture.Line(
                new Placed(new SignedEnvelope(id, envelope, ""), Clock.NOTHING),
                new Sight.Read(content),
                Picture.Standing.COUNTS,
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }

    /// What was said last reaches a node, which signs.
    private void arrives(NodeId at, Instant signed) {
        Picture.Line line = lines.removeLast();
        var deliveries = new TreeMap<>(line.deliveries());
        deliveries.put(at, new Picture.Delivery(signed, signed));
        lines.add(
                new Picture.Line(
                        line.placed(),
                        line.sight(),
                        line.standing(),
                        line.holders(),
                        deliveries,
                        line.foundVoidBy()));
    }

    private void recallsLast() {
        Picture.Line line = lines.removeLast();
        lines.add(
                new Picture.Line(
                        line.placed(),
                        line.sight(),
                        Picture.Standing.RECALLED,
                        line.holders(),
                        line.deliveries(),
                        line.foundVoidBy()));
    }

    private static Picture.Line seen(Picture.Line line, Sight sight) {
        return new Picture.Line(
                line.placed(),
                sight,
                line.standing(),
                line.holders(),
                line.deliveries(),
                line.foundVoidBy());
    }

    private Picture picture() {
        return new Picture(
                DOSSIER,
                List.copyOf(lines),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedSet());
    }
}
