package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What rests on another state's entry stays under that state's control, however it is derived.
class SourcesDoorTest extends BetweenTwoStates {
    SourcesDoorTest(TwoStates both) {
        super(both);
    }

    /// Also as a new message in a dossier of its own; whoever has no part there is to be brought in first.
    @Test
    void isNotToldToAThirdStateWithoutLeave() {
        both.ng();
        Sent told = toldUnder("H1", "H2");

        Answer answer = say(vn, "duty", "tell", resting(told, "ng/customs", "H1", "H2"));

        blocked(answer, HandlingGround.H2_NEEDS_PERMISSION);
        assertThat(answer.body().path("part").stringValue()).isEqualTo("not-in-dossier");
        assertThat(answer.body().at("/allowed/0").stringValue())
                .isEqualTo(told.entry().substring(0, 12) + " for ng/customs");
    }

    /// The desk that may allow it is named, and once it has, it is told.
    @Test
    void isToldToAMemberOnceItsAuthorReleasedItForThat() {
        both.ng();
        Sent told = toldUnder("H1", "H2");
        assertThat(say(sg, "lead", "members/add", TwoStates.addition(told, "ng/customs")).status())
                .isEqualTo(200);
        both.until(() -> TwoStates.states(vn, told).contains("NG"));
        ObjectNode resting = resting(told, "ng/customs", "H1", "H2");

        Answer closed = say(vn, "duty", "tell", resting);
        Sent request = Sent.of(say(vn, "duty", "permission/ask", forwarding(told)));
        both.until(() -> TwoStates.standing(sg, request.entry()).equals("ASKED"));
        Sent granted =
                Sent.of(
                        say(
                                sg,
                                "lead",
                                "permission/grant",
                                TwoStates.with("request", request.entry())
                                        .put("expires", 4_070_908_800_000L)));
        both.until(() -> TwoStates.standing(vn, granted.entry()).equals("GRANTED"));

        blocked(closed, HandlingGround.H2_NEEDS_PERMISSION);
        assertThat(closed.body().path("part").stringValue()).isEqualTo("source");
        assertThat(closed.body().at("/allowed/0").stringValue())
                .isEqualTo(told.entry().substring(0, 12) + " of sg/customs for ng/customs");
        Answer answer = say(vn, "duty", "tell", resting);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void isAskedForMembersAlone() {
        both.ng();
        Sent told = toldUnder("H1", "H2");

        Answer asked = say(vn, "duty", "permission/ask", forwarding(told));

        TwoStates.refused(asked, 409, SendingGround.NOT_A_MEMBER);
    }

    @Test
    void isNotAskedForANodeThatIsOut() {
        AState ng = both.ng();
        Sent told = toldUnder("H1", "H2");
        say(sg, "lead", "members/add", TwoStates.addition(told, "ng/customs"));
        both.until(() -> TwoStates.states(vn, told).contains("NG"));
        both.putOut(told, ng, vn);

        Answer asked = say(vn, "duty", "permission/ask", forwarding(told));

        TwoStates.refused(asked, 409, SendingGround.ALREADY_OUT);
    }

    private static ObjectNode forwarding(Sent told) {
        ObjectNode wish =
                TwoStates.with("dossier", told.dossier())
                        .put("of", "sg/customs")
                        .put("use", "FORWARD")
                        .put("reason", "They seized it");
        wish.putArray("entries").add(told.entry());
        wish.putArray("for").add("ng/customs");
        return wish;
    }

    /// An officer reads whose it is, and where it stands.
    @Test
    void itsCitationsSayWhoseTheyAre() {
        Sent told = toldUnder("H1", "H2");
        Sent once = Sent.of(say(vn, "duty", "tell", resting(told, "sg/customs", "H1", "H2")));

        JsonNode source = TwoStates.line(vn.as("duty"), once).at("/content/restsOn/0");

        assertThat(source.path("entry").stringValue()).isEqualTo(told.entry());
        assertThat(source.path("state").stringValue()).isEqualTo("SG");
        assertThat(source.path("dossier").stringValue()).isEqualTo(told.dossier());
        assertThat(source.path("here").booleanValue()).isFalse();
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

    /// A source brings what it rests on itself, and there is room for so many only.
    @Test
    void isNotToldWithMoreSourcesThanAnEntryNames() {
        Sent crowded = restingOnMany(toldUnder("H0"));

        refused(
                say(sg, "duty", "tell", resting(crowded, "vn/customs", "H0")),
                422,
                SendingGround.TOO_MANY_SOURCES);
    }

    /// Singapore's node says so itself, to both desks.
    private Sent restingOnMany(Sent told) {
        Vault vault = sg.node().bean(Vault.class);
        var audience = new TreeMap<NodeId, SortedSet<DeskId>>();
        audience.put(vault.self(), new TreeSet<>(Set.of(desk("sg/customs"))));
        audience.put(new NodeId(TwoStates.node(vn)), new TreeSet<>(Set.of(desk("vn/customs"))));
        var dossier = new DossierId(told.dossier());
        List<Citation> most =
                IntStream.range(0, Content.MAX_SOURCES)
                        .mapToObj("%064x"::formatted)
                        .map(id -> new Citation(dossier, new EntryId(id), vault.self()))
                        .toList();
        var draft =
                new Draft(
                        "practice",
                        new Writer.Node(),
                        new Audience(audience),
                        Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.INVESTIGATION)),
                        new Grading.NothingAsserted(),
                        Json.object(),
                        most);
        Appended.Done done = (Appended.Done) vault.append(dossier, draft);
        return new Sent(told.dossier(), done.placed().id().hex());
    }

    private DeskId desk(String handle) {
        return sg.as("duty")
                .get("/desks")
                .body()
                .path("desks")
                .valueStream()
                .filter(desk -> desk.path("handle").stringValue().equals(handle))
                .map(desk -> new DeskId(desk.path("id").stringValue()))
                .findFirst()
                .orElseThrow();
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
