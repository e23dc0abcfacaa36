package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;

/// Another node chooses to whom what it asks, and so what is said to it, goes: that is shown, and looked at.
class ChosenRecipientsTest extends BetweenTwoStates {
    private static final long FAR_OFF = 4_070_908_800_000L;
    private static final Handling PLAIN =
            Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.values()));

    ChosenRecipientsTest(TwoStates both) {
        super(both);
    }

    private static DeskId desk(AState at, String handle) {
        return at.node().bean(Desks.class).named(handle).orElseThrow().id();
    }

    private static NodeId id(AState state) {
        return new NodeId(TwoStates.node(state));
    }

    private static Audience customsOf(AState... states) {
        Audience audience = Audience.ofNodes(List.of());
        for (AState state : states) {
            audience = audience.with(id(state), desk(state, state.desk()));
        }
        return audience;
    }

    /// What a changed node writes: no rule of the exchange was asked.
    private static Sent writes(
            AState by, String dossier, String type, Audience to, Json.Members payload) {
        var draft =
                new Draft(
                        type,
                        new Writer.Desk(desk(by, by.desk()), "duty-officer"),
                        to,
                        PLAIN,
                        new Grading.NothingAsserted(),
                        payload,
                        List.of());
        return switch (by.node().bean(Vault.class).append(new DossierId(dossier), draft)) {
            case Appended.Done(var placed, _) -> new Sent(dossier, placed.id().hex());
            case Appended.Refused(var code) -> throw new AssertionError(code);
        };
    }

    private Sent asks(Sent answer, Use use, Audience recipients) {
        var act =
                new Act.PermissionRequest(
                        Set.of(new EntryId(answer.entry())), recipients, use, "We want it");
        Sent request = writes(sg, answer.dossier(), act.type(), customsOf(sg, vn), act.payload());
        both.until(() -> TwoStates.standing(vn, request.entry()).equals("ASKED"));
        return request;
    }

    private static ObjectNode grant(Sent request) {
        return TwoStates.with("request", request.entry()).put("expires", FAR_OFF);
    }

    @Test
    void whoGrantsIsShownToWhom() {
        Sent answer = both.answered(both.asked());
        Sent request = asks(answer, Use.COURT, customsOf(sg));

        assertThat(TwoStates.line(vn.as("lead"), request).at("/content/recipients").toString())
                .isEqualTo("{\"" + TwoStates.node(sg) + "\":[\"sg/customs\"]}");
        assertThat(say(vn, "lead", "permission/grant", grant(request)).status()).isEqualTo(200);
    }

    @Test
    void furtherDesksAreNamedForForwardingAlone() {
        both.ng();
        Sent answer = both.answered(both.asked());
        ObjectNode wish =
                TwoStates.with("dossier", answer.dossier())
                        .put("of", "vn/customs")
                        .put("use", "READ")
                        .put("reason", "We want it");
        wish.putArray("entries").add(answer.entry());
        wish.putArray("for").add("ng/customs");

        refused(say(sg, "duty", "permission/ask", wish), 409, SendingGround.RECIPIENTS_NOT_ALLOWED);
    }

    @Test
    void nothingIsGrantedToANodeWithoutADeskNorToOthersThanTheAsker() {
        Sent answer = both.answered(both.asked());
        var everyDesk = Audience.ofNodes(List.of(id(sg)));
        var another = customsOf(sg).with(id(sg), desk(sg, "sg/police"));
        var elsewhere = customsOf(sg).with(id(sg), desk(vn, "vn/police"));

        for (Sent request :
                List.of(
                        asks(answer, Use.FORWARD, everyDesk),
                        asks(answer, Use.COURT, another),
                        asks(answer, Use.FORWARD, elsewhere))) {
            refused(
                    say(vn, "lead", "permission/grant", grant(request)),
                    409,
                    SendingGround.RECIPIENTS_NOT_ALLOWED);
            assertThat(TwoStates.standing(vn, request.entry())).isEqualTo("ASKED");
        }
    }

    /// A node stands there under the name of a desk that another serves.
    @Test
    void whatIsForADeskUnderAnotherNodeIsShownSoAndNotAnswered() {
        AState ng = both.ng();
        Sent opened = both.askedBack();
        say(vn, "lead", "members/add", TwoStates.addition(opened, "ng/customs"));
        both.until(() -> TwoStates.states(sg, opened).contains("NG"));
        var question =
                new Message.InformationRequest(
                        desk(vn, "sg/customs"),
                        new Words("en", "Who?"),
                        "To find the consignee",
                        List.of(),
                        Urgency.WEEK,
                        "");
        Audience to = customsOf(sg, vn).with(id(ng), desk(vn, "vn/police"));
        Sent asked = writes(vn, opened.dossier(), "information-request", to, question.payload());
        both.until(() -> TwoStates.line(sg.as("duty"), asked).has("content"));

        Answer answer = say(sg, "duty", "answer", TwoStates.answer(asked));

        refused(answer, 409, SendingGround.DESK_NOT_OF_NODE);
        assertThat(TwoStates.line(sg.as("duty"), asked).at("/content/audience").toString())
                .contains("\"" + TwoStates.node(ng) + "\":[\"vn/police@" + TwoStates.node(ng));
    }

    /// Another agency of a state that holds the entry is a third party to whose source it rests on.
    @Test
    void whatRestsOnOthersIsNotGrantedToAnotherDeskOfAHolder() {
        AState ng = both.ng();
        ObjectNode information = TwoStates.information();
        information.putArray("to").add("sg/customs").add("vn/customs");
        information.set("handling", TwoStates.handling("H1", "H2"));
        Sent source = Sent.of(say(ng, "duty", "tell", information));
        both.until(() -> !TwoStates.standing(sg, source.entry()).equals("none"));
        ObjectNode derived = TwoStates.information();
        derived.putArray("to").add("vn/customs");
        derived.set("handling", TwoStates.handling("H1", "H2"));
        derived.putArray("sources").add(source.entry());
        Sent told = Sent.of(say(sg, "duty", "tell", derived));
        ObjectNode question =
                TwoStates.question().put("to", "vn/police").put("dossier", told.dossier());
        Sent asked = Sent.of(say(sg, "duty", "ask", question));
        both.until(() -> TwoStates.line(vn.as("constable"), asked).has("content"));
        ObjectNode wish =
                TwoStates.with("dossier", told.dossier())
                        .put("of", "sg/customs")
                        .put("use", "READ")
                        .put("reason", "We want it");
        wish.putArray("entries").add(told.entry());
        Sent request = Sent.of(say(vn, "constable", "permission/ask", wish));
        both.until(() -> TwoStates.standing(sg, request.entry()).equals("ASKED"));

        refused(
                say(sg, "lead", "permission/grant", grant(request)),
                409,
                SendingGround.SOURCE_NOT_RELEASED);
    }

    /// Who signed for what was said between other desks, and when, is theirs to know.
    @Test
    void whoReceivedWhatIsForAnotherDeskIsNotShown() {
        Sent question = both.asked();
        ObjectNode further =
                TwoStates.question().put("to", "vn/police").put("dossier", question.dossier());
        Sent theirs = Sent.of(say(sg, "duty", "ask", further));
        both.until(() -> TwoStates.line(vn.as("constable"), theirs).has("content"));
        both.until(() -> !TwoStates.line(vn.as("duty"), question).path("deliveries").isEmpty());

        assertThat(TwoStates.line(vn.as("constable"), question).path("deliveries")).isEmpty();
        assertThat(TwoStates.line(vn.as("constable"), theirs).path("deliveries")).isNotEmpty();
    }
}
