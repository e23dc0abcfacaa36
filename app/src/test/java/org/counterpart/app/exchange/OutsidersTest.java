package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.addition;
import static org.counterpart.app.exchange.TwoStates.made;
import static org.counterpart.app.exchange.TwoStates.node;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.removal;
import static org.counterpart.app.exchange.TwoStates.say;
import static org.counterpart.app.exchange.TwoStates.states;

import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Writer;
import org.counterpart.dossier.Writing;
import org.counterpart.replication.Appended;
import org.counterpart.replication.Batch;
import org.counterpart.replication.Exchanging;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Viet Nam is a steward of a dossier that Singapore opened, and brings Nigeria in under a number that it uses twice.
class OutsidersTest extends BetweenTwoStates {
    private final AState ng;
    private final Vault ours;
    private final Vault theirs;
    private final Desk customs;
    private final Desk foreign;

    OutsidersTest(TwoStates both) {
        super(both);
        this.ng = both.ng();
        this.ours = sg.node().bean(Vault.class);
        this.theirs = vn.node().bean(Vault.class);
        this.customs = sg.node().bean(Desks.class).named("sg/customs").orElseThrow();
        this.foreign = sg.node().bean(Desks.class).named("vn/customs").orElseThrow();
    }

    @Test
    void theOpenerPutsOutWhomNoListOfMembersShows() {
        Sent dossier = nigeriaNamedUnderANumberUsedTwice();
        assertThat(shown(sg, dossier, "NG").path("member").booleanValue(true)).isFalse();

        Answer removed = say(sg, "lead", "members/remove", removal(dossier, node(ng)));

        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        assertThat(made(sg, new Sent(dossier.dossier(), removed.text("entry"))))
                .contains("\"type\":\"member-removed\"", "\"role\":\"supervisor\"");
        assertThat(shown(sg, dossier, "NG").isMissingNode()).isTrue();
        refused(
                say(sg, "lead", "members/remove", removal(dossier, node(ng))),
                409,
                SendingGround.ALREADY_OUT);
    }

    @Test
    void itIsNamedByItsStateOrTheStartOfItsId() {
        for (String name : List.of("ng", node(ng).substring(0, 8))) {
            Sent dossier = nigeriaNamedUnderANumberUsedTwice();

            Answer removed = say(sg, "lead", "members/remove", removal(dossier, name));

            assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        }
    }

    @Test
    void anotherStewardThanTheOpenerIsToldThatItIsOut() {
        Sent dossier = nigeriaNamedUnderANumberUsedTwice();
        both.until(() -> !states(vn, dossier).contains("NG"));

        refused(
                say(vn, "lead", "members/remove", removal(dossier, node(ng))),
                409,
                SendingGround.ALREADY_OUT);
        assertThat(shown(vn, dossier, "NG").isMissingNode()).isTrue();
    }

    @Test
    void whomNobodyEverNamedIsNoMemberForTheOpenerEither() {
        Sent dossier = openedWithViet();

        refused(
                say(sg, "lead", "members/remove", removal(dossier, node(ng))),
                409,
                SendingGround.NOT_A_MEMBER);
        refused(
                say(sg, "lead", "members/remove", removal(dossier, "ng")),
                404,
                SendingGround.NODE_UNKNOWN);
    }

    /// Its removal had not seen the later addition, so a further one is due; here the addition counts, and it is a member.
    @Test
    void whoeverIsBroughtInAgainIsAMemberAndNoOutsider() {
        Sent dossier = nigeriaNamedUnderANumberUsedTwice();
        say(sg, "lead", "members/remove", removal(dossier, node(ng)));

        Answer added = say(sg, "lead", "members/add", addition(dossier, "ng/customs"));

        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(shown(sg, dossier, "NG").path("member").booleanValue(false)).isTrue();
    }

    private static JsonNode shown(AState state, Sent dossier, String letters) {
        for (JsonNode member :
                state.as("lead")
                        .get("/exchange/members/" + dossier.dossier())
                        .body()
                        .path("members")) {
            if (member.path("state").stringValue("").equals(letters)) {
                return member;
            }
        }
        return TwoStates.question().path("nothing");
    }

    /// Among Singapore and Viet Nam, and Viet Nam brings nodes in too.
    private Sent openedWithViet() {
        DossierId dossier = placed(ours.open(Set.of(), draft(alone()))).dossier();
        placed(ours.add(dossier, theirs.self(), true, draft(alone())));
        Audience all = alone().with(theirs.self(), foreign.id());
        Placed told = placed(ours.append(dossier, draft(all)));
        var sent = new Sent(dossier.text(), told.id().hex());
        both.until(() -> TwoStates.line(vn.as("duty"), sent).has("content"));
        return sent;
    }

    private Sent nigeriaNamedUnderANumberUsedTwice() {
        Sent sent = openedWithViet();
        var dossier = new DossierId(sent.dossier());
        Placed addition =
                placed(
                        theirs.add(
                                dossier,
                                ng.node().bean(Vault.class).self(),
                                false,
                                draft(
                                        new Writer.Node(),
                                        Audience.ofNodes(List.of(theirs.self())))));
        both.until(() -> states(sg, sent).contains("NG"));
        sg.node().bean(Exchanging.class).respond(bringing(twinOf(addition)), _ -> {});
        assertThat(states(sg, sent)).containsExactlyInAnyOrder("SG", "VN");
        return sent;
    }

    /// Another entry that Viet Nam's node wrote under the same number.
    private SignedEnvelope twinOf(Placed addition) {
        var position =
                new Writing.Position(
                        addition.dossier(),
                        addition.sequence(),
                        new TreeSet<>(addition.envelope().parents()),
                        List.of());
        var content =
                new Content(
                        "twin",
                        new Writer.Node(),
                        Instant.now(),
                        Audience.ofNodes(List.of(theirs.self())),
                        Pen.PLAIN,
                        new Grading.NothingAsserted(),
                        Json.object(),
                        List.of(),
                        List.of());
        return new Writing(new PublishedCryptography(), new Random(41))
                .append(
                        vn.node().bean(OwnKeys.class).now(),
                        position,
                        new Membership.Unchanged(),
                        content,
                        new TreeMap<>())
                .signed();
    }

    private Batch bringing(SignedEnvelope twin) {
        NodeId us = ours.self();
        Batch empty = Batch.empty(theirs.self(), us);
        return new Batch(
                empty.from(),
                empty.to(),
                empty.heads(),
                empty.wants(),
                List.of(twin),
                empty.parcels(),
                empty.receipts(),
                empty.kept(),
                empty.declined());
    }

    private static Placed placed(Appended appended) {
        return switch (appended) {
            case Appended.Done(var placed, _) -> placed;
            case Appended.Refused(var code) -> throw new AssertionError(code);
        };
    }

    private Audience alone() {
        return Audience.ofNodes(List.of()).with(customs.node(), customs.id());
    }

    private Draft draft(Audience audience) {
        return draft(new Writer.Desk(customs.id(), "duty-officer"), audience);
    }

    private static Draft draft(Writer writer, Audience audience) {
        return new Draft(
                "note",
                writer,
                audience,
                Pen.PLAIN,
                new Grading.NothingAsserted(),
                Json.object().with("reason", "(constructed)"),
                List.of());
    }
}
