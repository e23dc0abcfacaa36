package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.node;
import static org.counterpart.app.exchange.TwoStates.removal;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.access.Label;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.OfficerId;
import org.counterpart.app.access.OfficerName;
import org.counterpart.app.access.Post;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.access.Role;
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
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.AppendRefusal;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Between three states, of which one has left or comes late: who is told, and who can be given what.
class PresentMembersTest extends BetweenTwoStates {
    private static final Words WORDS = new Words("en", "(constructed)");

    private final AState ng;
    private final Vault vault;
    private final Desk customs;

    PresentMembersTest(TwoStates both) {
        super(both);
        this.ng = both.ng();
        this.vault = sg.node().bean(Vault.class);
        this.customs = desk("sg/customs");
    }

    private Desk desk(String handle) {
        return sg.node().bean(Desks.class).named(handle).orElseThrow();
    }

    @Test
    void aRecallGoesToWhoIsStillThere() {
        Sent told = toldToBoth();
        both.putOut(told, ng, vn);

        Answer recall = say(sg, "duty", "recall", TwoStates.recall(told));

        seenBySgAndVn(recall);
        both.until(() -> TwoStates.standing(vn, recall.text("entry")).equals("ASKED"));
    }

    @Test
    void whatAHolderSaysOfARecallGoesToWhoIsStillThere() {
        Sent told = toldToBoth();
        Sent recall = Sent.of(say(sg, "duty", "recall", TwoStates.recall(told)));
        both.until(() -> TwoStates.standing(vn, recall.entry()).equals("ASKED"));
        both.putOut(told, ng, vn);

        Answer erased = say(vn, "duty", "recall-answer", TwoStates.erased(recall));

        seenBySgAndVn(erased);
        both.until(() -> TwoStates.line(sg.as("duty"), Sent.of(erased)).has("content"));
    }

    @Test
    void anAnswerGoesToWhoIsStillThere() {
        Sent question = askedWithACopyToNg();
        both.putOut(question, ng, vn);

        Answer answer = say(vn, "duty", "answer", TwoStates.answer(question));

        seenBySgAndVn(answer);
        both.until(() -> TwoStates.standing(sg, question.entry()).equals("ANSWERED"));
    }

    /// An answer that its asker does not see is none.
    @Test
    void anAskerThatIsGoneGetsNoAnswer() {
        Sent opened = both.askedBack();
        ObjectNode further = TwoStates.question().put("dossier", opened.dossier());
        Sent question = both.delivered(Sent.of(say(sg, "duty", "ask", further)));
        assertThat(say(vn, "lead", "members/remove", removal(opened, node(sg))).status())
                .isEqualTo(200);

        Answer answer = say(vn, "duty", "answer", TwoStates.answer(question));

        assertThat(answer.code()).isEqualTo(AppendRefusal.AUDIENCE_NOT_A_MEMBER.code());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(TwoStates.standing(vn, question.entry())).isEqualTo("DELIVERED");
    }

    @Test
    void nothingIsForwardedToWhoIsNoMember() {
        Sent told = both.told();
        Desk newcomer = desk("ng/customs");
        Audience own = alone().with(vn.node().bean(Vault.class).self(), desk("vn/customs").id());
        Audience to = Audience.ofNodes(List.of()).with(newcomer.node(), newcomer.id());
        var forward = new Act.Forward(Set.of(new EntryId(told.entry())), to);
        Pen pen = sg.node().bean(Pen.class);

        for (Audience audience : List.of(own, own.with(newcomer.node(), newcomer.id()))) {
            assertThat(pen.write(officer(), new DossierId(told.dossier()), forward, audience))
                    .isEqualTo(
                            Sending.not(
                                    Refusal.of(
                                            Refusal.Kind.CONFLICT,
                                            AppendRefusal.AUDIENCE_NOT_A_MEMBER.code())));
        }
    }

    /// An audience names members alone, so the newcomer is given the entry that made it one.
    @Test
    void whoTakesPartAndTheNewcomerReadWhyItWasBroughtIn() {
        Sent told = both.told();

        Answer added = say(sg, "lead", "members/add", TwoStates.addition(told, "ng/customs"));

        assertThat(added.body().path("seenBy").valueStream().map(Object::toString))
                .containsExactlyInAnyOrder(
                        "[\"sg/customs\"]", "[\"vn/customs\"]", "[\"ng/customs\"]");
        assertThat(added.body().path("given").toString()).doesNotContain(added.text("entry"));
        Sent why = new Sent(told.dossier(), added.text("entry"));
        for (AState state : List.of(sg, vn, ng)) {
            both.until(() -> TwoStates.line(state.as("duty"), why).has("content"));
            assertThat(TwoStates.line(state.as("duty"), why).path("content").toString())
                    .contains("The case touches them");
        }
        assertThat(TwoStates.about(sg, "given", why)).hasSize(1);
    }

    /// Whoever is put out sees that, and is handed nothing any more.
    @Test
    void whoStaysReadsWhyANodeWasPutOut() {
        Sent told = toldToBoth();

        Answer removed = say(sg, "lead", "members/remove", removal(told, node(ng)));

        seenBySgAndVn(removed);
        Sent why = new Sent(told.dossier(), removed.text("entry"));
        both.until(() -> TwoStates.line(vn.as("duty"), why).has("content"));
        assertThat(TwoStates.line(vn.as("duty"), why).path("content").toString())
                .contains("No longer concerned");
        both.until(() -> !TwoStates.states(ng, told).contains("NG"));
        assertThat(TwoStates.line(ng.as("duty"), why).has("content")).isFalse();
    }

    @Test
    void aNodeOfWhichNoDeskIsKnownIsNamedWithout() {
        DossierId dossier =
                placed(vault.open(Set.of(vn.node().bean(Vault.class).self()), information()));

        Answer added =
                say(
                        sg,
                        "lead",
                        "members/add",
                        TwoStates.addition(new Sent(dossier.text(), ""), "ng/customs"));

        assertThat(added.body().path("seenBy").path(node(vn)).toString())
                .as(added.toString())
                .isEqualTo("[]");
        assertThat(added.body().path("seenBy").path(node(ng)).toString())
                .isEqualTo("[\"ng/customs\"]");
    }

    /// One forward names no more than 256 entries.
    @Test
    void aNewcomerIsGivenMoreThanOneForwardHolds() {
        int many = Act.MOST + 1;
        DossierId dossier = dossierWith(many);

        Answer added =
                say(
                        sg,
                        "lead",
                        "members/add",
                        TwoStates.addition(new Sent(dossier.text(), ""), "ng/customs"));

        assertThat(added.body().path("given").size()).as(added.toString()).isEqualTo(many);
        assertThat(added.body().path("withheld").isEmpty()).isTrue();
        assertThat(forwarded(dossier)).containsExactlyInAnyOrder(Act.MOST, 2);
        both.until(() -> messagesAt(ng, dossier) == many);
    }

    private DossierId dossierWith(int messages) {
        DossierId dossier = placed(vault.open(Set.of(), information()));
        IntStream.range(1, messages).forEach(_ -> placed(vault.append(dossier, information())));
        return dossier;
    }

    private static DossierId placed(Appended appended) {
        return switch (appended) {
            case Appended.Done(var placed, _) -> placed.dossier();
            case Appended.Refused(var code) -> throw new AssertionError(code);
        };
    }

    private Draft information() {
        return draft(
                new Message.SpontaneousInformation(List.of(customs.id()), WORDS, List.of(), ""),
                alone());
    }

    private List<Integer> forwarded(DossierId dossier) {
        return vault.picture(dossier).orElseThrow().lines().stream()
                .filter(line -> line.sight() instanceof Sight.Read)
                .map(line -> Act.of(((Sight.Read) line.sight()).content()))
                .filter(Act.Forward.class::isInstance)
                .map(act -> ((Act.Forward) act).entries().size())
                .toList();
    }

    private static long messagesAt(AState state, DossierId dossier) {
        return state.node().bean(Vault.class).picture(dossier).map(Picture::lines).stream()
                .flatMap(List::stream)
                .filter(line -> Requests.messageOf(line).isPresent())
                .count();
    }

    private Sent toldToBoth() {
        ObjectNode information = TwoStates.information();
        information.putArray("to").add("vn/customs").add("ng/customs");
        Sent told = Sent.of(say(sg, "duty", "tell", information));
        for (AState state : List.of(vn, ng)) {
            both.until(() -> !TwoStates.standing(state, told.entry()).equals("none"));
        }
        return told;
    }

    /// As another node may write it, though no door of ours does.
    private Sent askedWithACopyToNg() {
        Desk asked = desk("vn/customs");
        Desk copy = desk("ng/customs");
        var question =
                new Message.InformationRequest(
                        asked.id(), WORDS, "To know it", List.of(), Urgency.WEEK, "");
        Audience audience = alone().with(asked.node(), asked.id()).with(copy.node(), copy.id());
        Appended appended =
                vault.open(Set.of(asked.node(), copy.node()), draft(question, audience));
        if (!(appended instanceof Appended.Done(var entry, _))) {
            throw new AssertionError(appended);
        }
        return both.delivered(new Sent(entry.dossier().text(), entry.id().hex()));
    }

    private Draft draft(Message message, Audience audience) {
        return new Draft(
                message.type(),
                new Writer.Desk(customs.id(), "duty-officer"),
                audience,
                Pen.PLAIN,
                new Grading.NothingAsserted(),
                message.payload(),
                List.of());
    }

    private Audience alone() {
        return Audience.ofNodes(List.of()).with(customs.node(), customs.id());
    }

    private Officer.OfDesk officer() {
        return new Officer.OfDesk(
                new OfficerId("a".repeat(26)),
                new OfficerName("duty"),
                new Label("On duty"),
                new Post.OfDesk(Role.DUTY_OFFICER, customs.id()));
    }

    private void seenBySgAndVn(Answer sent) {
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
        assertThat(sent.body().path("seenBy").propertyNames())
                .containsExactlyInAnyOrder(node(sg), node(vn));
    }
}
