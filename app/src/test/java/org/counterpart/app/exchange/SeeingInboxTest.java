package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.addition;
import static org.counterpart.app.exchange.TwoStates.item;
import static org.counterpart.app.exchange.TwoStates.line;
import static org.counterpart.app.exchange.TwoStates.say;
import static org.counterpart.app.exchange.TwoStates.standing;

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
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What asks for nothing but to be seen: that a desk was brought in, and how a permission was decided.
class SeeingInboxTest extends BetweenTwoStates {
    private static final long FAR_OFF = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();

    SeeingInboxTest(TwoStates both) {
        super(both);
    }

    @Test
    void aDeskThatIsBroughtInFindsThatUntilItHasSeenIt() {
        AState ng = both.ng();
        Sent broughtIn = broughtIn(ng);

        JsonNode item = item(ng, broughtIn.entry());
        assertThat(item.path("kind").stringValue()).isEqualTo("BROUGHT_IN");
        assertThat(item.path("state").stringValue()).isEqualTo("UNSEEN");
        assertThat(item.path("fromState").stringValue()).isEqualTo("SG");
        assertThat(item.path("dossier").stringValue()).isEqualTo(broughtIn.dossier());
        assertThat(standing(vn, broughtIn.entry())).as("it was there before").isEqualTo("none");
        assertThat(about(ng, "read", broughtIn)).as("an inbox opens nothing").isEmpty();

        assertThat(line(ng.as("duty"), broughtIn).path("content").toString())
                .contains("The case touches them");

        assertThat(standing(ng, broughtIn.entry())).isEqualTo("none");
        assertThat(about(ng, "read", broughtIn)).hasSize(1);
    }

    /// Whoever does not speak for the desk does not take from it what others have to act on.
    @Test
    void whatOnlyAnAnalystHasReadStillWaits() {
        AState ng = both.ng();
        ng.officer("looker", "analyst", ng.desk());
        Sent broughtIn = broughtIn(ng);

        assertThat(line(ng.as("looker"), broughtIn).has("content")).isTrue();

        assertThat(standing(ng, broughtIn.entry())).isEqualTo("UNSEEN");
    }

    @Test
    void aNodeThatIsOutAgainHasNothingToTakeNoteOf() {
        AState ng = both.ng();
        Sent broughtIn = broughtIn(ng);

        both.putOut(broughtIn, ng, vn);

        both.until(() -> standing(ng, broughtIn.entry()).equals("none"));
    }

    /// As a hostile node may write it: an addition that is a message too. It is one item, and nothing of it is lost.
    @Test
    void anAdditionThatSaysSomethingTooIsOneItem() {
        AState ng = both.ng();
        Sent told = both.told();
        var dossier = new DossierId(told.dossier());
        Vault vault = sg.node().bean(Vault.class);
        Desk author = desk("sg/customs");
        Desk newcomer = desk("ng/customs");
        Audience own = Audience.ofNodes(List.of()).with(author.node(), author.id());
        Audience to = Audience.ofNodes(List.of()).with(newcomer.node(), newcomer.id());
        var writer = new Writer.Desk(author.id(), "duty-officer");
        var message =
                new Message.SpontaneousInformation(
                        List.of(newcomer.id()), new Words("en", "(constructed)"), List.of(), "");
        var addition =
                new Draft(
                        message.type(),
                        writer,
                        own,
                        Pen.PLAIN,
                        new Grading.NothingAsserted(),
                        message.payload(),
                        List.of());
        if (!(vault.add(dossier, newcomer.node(), false, addition)
                instanceof Appended.Done(var entry, _))) {
            throw new AssertionError(told);
        }
        var gift = new Act.Forward(Set.of(entry.id()), to);
        vault.append(
                dossier,
                Draft.of(gift, writer, own.with(newcomer.node(), newcomer.id()), Pen.PLAIN));

        both.until(() -> standing(ng, entry.id().hex()).equals("COUNTS"));

        assertThat(item(ng, entry.id().hex()).path("kind").stringValue()).isEqualTo("INFORMATION");
    }

    private Desk desk(String handle) {
        return sg.node().bean(Desks.class).named(handle).orElseThrow();
    }

    private Sent broughtIn(AState ng) {
        Sent told = both.told();
        Answer added = say(sg, "lead", "members/add", addition(told, ng.desk()));
        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        var sent = new Sent(told.dossier(), added.text("entry"));
        both.until(() -> !standing(ng, sent.entry()).equals("none"));
        return sent;
    }

    @Test
    void aPermissionThatIsAskedForWaitsOnBothSides() {
        Sent request = permissionAsked();

        JsonNode ours = item(sg, request.entry());
        JsonNode theirs = item(vn, request.entry());

        assertThat(ours.path("kind").stringValue()).isEqualTo("PERMISSION_BY_US");
        assertThat(ours.path("state").stringValue()).isEqualTo("ASKED");
        assertThat(ours.path("to").stringValue()).isEqualTo("vn/customs");
        assertThat(theirs.path("kind").stringValue()).isEqualTo("PERMISSION_ASKED");
        assertThat(theirs.has("to")).isFalse();
        assertThat(line(sg.as("duty"), request).has("content")).isTrue();
        assertThat(standing(sg, request.entry()))
                .as("who has seen it waits still")
                .isEqualTo("ASKED");
        for (AState state : new AState[] {sg, vn}) {
            assertThat(state.as("constable").get("/exchange/inbox").body().toString())
                    .doesNotContain(request.entry());
        }
    }

    @Test
    void aPermissionThatIsGrantedIsFoundUntilItWasSeen() {
        Sent request = permissionAsked();
        ObjectNode grant = TwoStates.with("request", request.entry()).put("expires", FAR_OFF);

        Sent granted = Sent.of(say(vn, "lead", "permission/grant", grant));

        isFoundUntilItWasSeen(request, granted, "GRANTED");
    }

    @Test
    void aPermissionThatIsRefusedIsFoundUntilItWasSeen() {
        Sent request = permissionAsked();
        ObjectNode refuse =
                TwoStates.with("request", request.entry()).put("ground", "ongoing-proceedings");

        Sent refused = Sent.of(say(vn, "lead", "permission/refuse", refuse));

        isFoundUntilItWasSeen(request, refused, "REFUSED");
    }

    private void isFoundUntilItWasSeen(Sent request, Sent decision, String state) {
        both.until(() -> standing(sg, decision.entry()).equals(state));
        JsonNode item = item(sg, decision.entry());
        assertThat(item.path("kind").stringValue()).isEqualTo("PERMISSION_DECIDED");
        assertThat(item.path("fromState").stringValue()).isEqualTo("VN");
        assertThat(standing(sg, request.entry())).isEqualTo("none");
        assertThat(standing(vn, request.entry())).isEqualTo("none");
        assertThat(standing(vn, decision.entry())).isEqualTo("none");

        assertThat(line(sg.as("duty"), decision).has("content")).isTrue();

        assertThat(standing(sg, decision.entry())).isEqualTo("none");
        assertThat(about(sg, "read", decision)).hasSize(1);
    }

    /// A release that is taken back is no permission any more, and the request is open again.
    @Test
    void aReleaseThatIsTakenBackIsNotFound() {
        Sent request = permissionAsked();
        ObjectNode grant = TwoStates.with("request", request.entry()).put("expires", FAR_OFF);
        Sent granted = Sent.of(say(vn, "lead", "permission/grant", grant));
        both.until(() -> standing(sg, granted.entry()).equals("GRANTED"));

        assertThat(say(vn, "lead", "recall", TwoStates.recall(granted)).status()).isEqualTo(200);

        both.until(() -> standing(sg, granted.entry()).equals("none"));
        both.until(() -> standing(sg, request.entry()).equals("ASKED"));
    }

    private Sent permissionAsked() {
        Sent answer = both.answered(both.asked());
        ObjectNode wish =
                TwoStates.with("dossier", answer.dossier())
                        .put("of", "vn/customs")
                        .put("use", "COURT")
                        .put("reason", "Trial");
        wish.putArray("entries").add(answer.entry());
        Sent request = Sent.of(say(sg, "duty", "permission/ask", wish));
        both.until(() -> standing(vn, request.entry()).equals("ASKED"));
        return request;
    }
}
