package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.found;
import static org.counterpart.app.exchange.TwoStates.item;
import static org.counterpart.app.exchange.TwoStates.line;
import static org.counterpart.app.exchange.TwoStates.say;
import static org.counterpart.app.exchange.TwoStates.standing;

import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// A peer that seals to our node and to none of its desks hides nothing from the desk that it concerns.
class HiddenRepliesTest extends BetweenTwoStates {
    HiddenRepliesTest(TwoStates both) {
        super(both);
    }

    @Test
    void aDecisionIsFiledAtTheDeskThatAsked() {
        Sent answer = both.answered(both.asked());
        ObjectNode wish =
                TwoStates.with("dossier", answer.dossier())
                        .put("of", "vn/customs")
                        .put("use", "COURT")
                        .put("reason", "Trial");
        wish.putArray("entries").add(answer.entry());
        Sent request = Sent.of(say(sg, "duty", "permission/ask", wish));
        both.until(() -> standing(vn, request.entry()).equals("ASKED"));

        Sent decision =
                hidden(
                        answer.dossier(),
                        new Act.ReleaseRefused(new EntryId(request.entry()), "domestic-law"));
        both.until(() -> found(sg, decision.entry()).equals("REFUSED"));

        assertThat(item(sg, decision.entry()).path("unread").booleanValue()).isTrue();
        assertThat(line(sg.as("constable"), decision).has("content")).isFalse();
        assertThat(line(sg.as("duty"), decision).has("content")).isTrue();
        assertThat(standing(sg, decision.entry())).isEqualTo("none");
    }

    @Test
    void aRecallIsFiledAtTheDeskThatHoldsTheEntryAndAnsweredThere() {
        ObjectNode information = TwoStates.information();
        information.putArray("to").add("sg/customs");
        Sent told = Sent.of(say(vn, "duty", "tell", information));
        both.until(() -> !standing(sg, told.entry()).equals("none"));

        Sent recall =
                hidden(told.dossier(), new Act.Recall(new EntryId(told.entry()), "wrong-person"));
        both.until(() -> standing(sg, recall.entry()).equals("ASKED"));

        assertThat(line(sg.as("duty"), recall).has("content")).isTrue();
        assertThat(say(sg, "duty", "recall-answer", TwoStates.erased(recall)).status())
                .isEqualTo(200);
        assertThat(standing(sg, recall.entry())).isEqualTo("none");
    }

    private Sent hidden(String dossier, Act act) {
        var desk = vn.node().bean(Desks.class).named(vn.desk()).orElseThrow().id();
        var draft =
                Draft.of(
                        act,
                        new Writer.Desk(desk, "duty-officer"),
                        Audience.ofNodes(List.of(new NodeId(TwoStates.node(sg))))
                                .with(new NodeId(TwoStates.node(vn)), desk),
                        Pen.PLAIN);
        var done =
                (Appended.Done) vn.node().bean(Vault.class).append(new DossierId(dossier), draft);
        return new Sent(dossier, done.placed().id().hex());
    }
}
