package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.HandlingGround;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

/// What rests on another state's entry stays under that state's control, however it is derived.
class SourcesDoorTest extends BetweenTwoStates {
    SourcesDoorTest(TwoStates both) {
        super(both);
    }

    /// Also as a new message in a dossier of its own; the desk that may allow it is named.
    @Test
    void isNotToldToAThirdStateWithoutLeave() {
        both.ng();
        Sent told = toldUnder("H1", "H2");

        Answer answer = say(vn, "duty", "tell", resting(told, "ng/customs", "H1", "H2"));

        blocked(answer, HandlingGround.H2_NEEDS_PERMISSION);
        assertThat(answer.body().path("part").stringValue()).isEqualTo("author");
        assertThat(answer.body().at("/allowed/0").stringValue()).isEqualTo("sg/customs");
    }

    @Test
    void isToldToAThirdStateWhereItsCodesAllowThat() {
        both.ng();
        Sent told = toldUnder("H1");

        Answer answer = say(vn, "duty", "tell", resting(told, "ng/customs", "H1"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /// Its author knows it already.
    @Test
    void isToldToItsAuthor() {
        Sent told = toldUnder("H1", "H2");

        Answer answer = say(vn, "duty", "tell", resting(told, "sg/customs", "H1", "H2"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void isNotUsedInCourtHoweverOftenItIsDerived() {
        Sent question = both.asked();
        Sent once = partOf(question, question);
        Sent twice = partOf(question, once);

        blocked(say(vn, "duty", "court", court(once)), HandlingGround.H1_NEEDS_PERMISSION);
        blocked(say(vn, "duty", "court", court(twice)), HandlingGround.H1_NEEDS_PERMISSION);
    }

    /// Its citations go with it: the first source lies in another dossier.
    @Test
    void isNotUsedInCourtFromAnotherDossier() {
        Sent told = toldUnder("H1", "H2");
        Sent once = Sent.of(say(vn, "duty", "tell", resting(told, "sg/customs", "H1", "H2")));
        Sent twice = Sent.of(say(vn, "duty", "tell", resting(once, "sg/customs", "H1", "H2")));

        blocked(say(vn, "duty", "court", court(twice)), HandlingGround.H1_NEEDS_PERMISSION);
    }

    private Sent toldUnder(String... codes) {
        ObjectNode information = TwoStates.information();
        information.set("handling", TwoStates.handling(codes));
        Sent told = Sent.of(say(sg, "duty", "tell", information));
        both.until(() -> !TwoStates.standing(vn, told.entry()).equals("none"));
        return told;
    }

    private static ObjectNode resting(Sent source, String to, String... codes) {
        ObjectNode information = TwoStates.information();
        information.putArray("to").add(to);
        information.set("handling", TwoStates.handling(codes));
        information.putArray("sources").add(source.entry());
        return information;
    }

    private Sent partOf(Sent question, Sent source) {
        ObjectNode answer = TwoStates.answer(question).put("full", false);
        answer.putArray("sources").add(source.entry());
        answer.set("handling", TwoStates.handling("H1", "H2"));
        return Sent.of(say(vn, "duty", "answer", answer));
    }

    private static ObjectNode court(Sent sent) {
        ObjectNode body = TwoStates.with("entry", sent.entry());
        body.putArray("purposes").add("INVESTIGATION");
        return body.put("understood", true);
    }

    private static void blocked(Answer answer, HandlingGround ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(403);
    }
}
