package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.app.node.GivenOnce;
import org.counterpart.app.node.TestFolders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Two peers whose customs desks talk, each with a police desk beside it that has no part in what they say.
///
/// Officers of each node: `duty` and `lead` of customs, its analyst `reader`, `constable` and `inspector` of the
/// police, `watch` for oversight, and the operator. The bodies that it makes are lawful until a test spoils them.
final class TwoStates implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What no node holds.
    static final Sent NOWHERE = new Sent("a".repeat(26), "0".repeat(64));

    private final Path data;
    private final AState sg;
    private final AState vn;
    private final List<AState> later = new ArrayList<>();

    private TwoStates(Path data) {
        this.data = data;
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        staff(sg, "sg/police");
        staff(vn, "vn/police");
        sg.peersWith(vn);
        until(() -> sg.knows("vn/police") && vn.knows("sg/police"));
    }

    private static TwoStates started() {
        try {
            return new TwoStates(Files.createTempDirectory("counterpart-doors-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void staff(AState state, String police) {
        state.desk("police");
        state.officer("reader", "analyst", state.desk());
        state.officer("constable", "duty-officer", police);
        state.officer("inspector", "supervisor", police);
        state.officer("watch", "oversight");
    }

    AState sg() {
        return sg;
    }

    AState vn() {
        return vn;
    }

    /// A third state, with a customs desk and a peer of both; it joins when a test first needs it.
    AState ng() {
        if (later.isEmpty()) {
            AState ng = AState.started(data, "ng", "Africa/Lagos");
            later.add(ng);
            ng.peersWith(sg);
            ng.peersWith(vn);
            until(() -> sg.knows("ng/customs") && vn.knows("ng/customs"));
            until(() -> ng.knows("sg/customs") && ng.knows("vn/customs"));
        }
        return later.getFirst();
    }

    void until(Callable<Boolean> holds) {
        Awaitility.await().atMost(PATIENCE).until(holds);
    }

    /// What the sender learns of an entry.
    record Sent(String dossier, String entry) {
        static Sent of(Answer answer) {
            return new Sent(answer.text("dossier"), answer.text("entry"));
        }
    }

    /// A question of sg's duty officer that has arrived at vn, with its receipt back at sg.
    Sent asked() {
        return delivered(Sent.of(sg.as("duty").post("/exchange/ask", question().toString())));
    }

    /// A question of vn's duty officer that has arrived at sg.
    Sent askedBack() {
        ObjectNode question = question().put("to", "sg/customs");
        Sent asked = Sent.of(vn.as("duty").post("/exchange/ask", question.toString()));
        until(() -> standing(sg, asked.entry()).equals("DELIVERED"));
        return asked;
    }

    Sent delivered(Sent sent) {
        until(() -> standing(vn, sent.entry()).equals("DELIVERED"));
        until(() -> standing(sg, sent.entry()).equals("DELIVERED"));
        return sent;
    }

    /// A full answer of vn's duty officer that has come back to sg.
    Sent answered(Sent question) {
        Sent answer = Sent.of(vn.as("duty").post("/exchange/answer", answer(question).toString()));
        until(() -> standing(sg, question.entry()).equals("ANSWERED"));
        return answer;
    }

    /// Something that sg's duty officer tells vn, and that has arrived there.
    Sent told() {
        Sent told = Sent.of(sg.as("duty").post("/exchange/tell", information().toString()));
        until(() -> !standing(vn, told.entry()).equals("none"));
        return told;
    }

    /// Where an entry stands in the inbox of a customs desk; `none` when it is not there.
    static String standing(AState state, String entry) {
        return item(state, entry).path("state").stringValue("none");
    }

    /// Where it stands, settled or not; `none` when it is nowhere.
    static String found(AState state, String entry) {
        return item(state, entry, "?all=true").path("state").stringValue("none");
    }

    static JsonNode item(AState state, String entry) {
        return item(state, entry, "");
    }

    private static JsonNode item(AState state, String entry, String query) {
        for (JsonNode item : state.as("duty").get("/exchange/inbox" + query).body().path("items")) {
            if (item.path("entry").stringValue("").equals(entry)) {
                return item;
            }
        }
        return JSON.createObjectNode();
    }

    /// One entry of a dossier as an officer sees it.
    static JsonNode line(AState.Caller officer, Sent sent) {
        for (JsonNode line :
                officer.get("/exchange/dossiers/" + sent.dossier()).body().path("entries")) {
            if (line.path("entry").stringValue("").equals(sent.entry())) {
                return line;
            }
        }
        return JSON.createObjectNode();
    }

    static ObjectNode question() {
        ObjectNode question = with("to", "vn/customs").put("purpose", "Find the consignee");
        question.set("question", words("Who is the consignee?"));
        question.set("handling", handling("H1"));
        return question;
    }

    static ObjectNode information() {
        ObjectNode information = graded(JSON.createObjectNode());
        information.putArray("to").add("vn/customs");
        information.set("words", words("A container left for you."));
        information.set("handling", handling("H0"));
        return information;
    }

    static ObjectNode answer(Sent question) {
        ObjectNode answer = graded(with("request", question.entry())).put("full", true);
        answer.set("answer", words("A company in Hai Phong."));
        answer.set("handling", handling("H2"));
        return answer;
    }

    static ObjectNode refusal(Sent question) {
        ObjectNode refusal = with("request", question.entry()).put("ground", "NOTHING_HELD");
        refusal.set("alternative", words("Ask the port authority."));
        refusal.set("handling", handling("H0"));
        return refusal;
    }

    static ObjectNode words(String text) {
        return with("language", "en").put("text", text);
    }

    static ObjectNode handling(String... codes) {
        ObjectNode handling = JSON.createObjectNode();
        ArrayNode chosen = handling.putArray("codes");
        for (String code : codes) {
            chosen.add(code);
        }
        handling.putArray("use").add("INVESTIGATION");
        return handling;
    }

    static ObjectNode with(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    private static ObjectNode graded(ObjectNode body) {
        return body.put("source", "B").put("information", 2);
    }

    /// One officer says something at a door of the exchange.
    static Answer say(AState state, String officer, String door, ObjectNode body) {
        return state.as(officer).post("/exchange/" + door, body.toString());
    }

    /// The leaf by which a node says who made an entry.
    static String made(AState state, Sent sent) {
        List<String> leaves = about(state, "entry-made", sent);
        assertThat(leaves).hasSize(1);
        return leaves.getFirst();
    }

    /// The leaves of one kind about an entry.
    static List<String> about(AState state, String kind, Sent sent) {
        return about(state, kind, sent.entry());
    }

    /// The leaves of one kind about an entry or a dossier.
    static List<String> about(AState state, String kind, String subject) {
        return state.leaves(kind).stream()
                .filter(leaf -> leaf.contains("\"subject\":\"" + subject + "\""))
                .toList();
    }

    /// The leaves of what was denied to an officer about an entry or a dossier, each with the deed that was tried.
    static List<String> denied(AState state, String officer, String deed, String subject) {
        return about(state, "denied", subject).stream()
                .filter(leaf -> leaf.contains(idOf(state, officer)))
                .filter(leaf -> leaf.contains("\"deed\":\"" + deed + "\""))
                .toList();
    }

    /// What the ledger calls a state's node, and cards too.
    static String node(AState state) {
        return state.as("operator").get("/peers").body().at("/card/card/node").stringValue();
    }

    /// The states that take part in a dossier, as its officers see them.
    static List<String> states(AState state, Sent sent) {
        return state.as("duty")
                .get("/exchange/dossiers/" + sent.dossier())
                .body()
                .path("members")
                .valueStream()
                .map(member -> member.path("state").stringValue())
                .toList();
    }

    static ObjectNode addition(Sent sent, String desk) {
        return with("dossier", sent.dossier())
                .put("desk", desk)
                .put("reason", "The case touches them");
    }

    static ObjectNode removal(Sent sent, String node) {
        return with("dossier", sent.dossier())
                .put("node", node)
                .put("reason", "No longer concerned");
    }

    static ObjectNode recall(Sent sent) {
        return with("entry", sent.entry()).put("ground", "wrong-person");
    }

    static ObjectNode erased(Sent recall) {
        return with("recall", recall.entry()).put("holding", "erased");
    }

    /// sg's lead puts a node out of a dossier of sg's, and the other member has learnt of it.
    void putOut(Sent sent, AState state, AState witness) {
        String letters = state.desk().substring(0, 2).toUpperCase(Locale.ROOT);
        assertThat(say(sg, "lead", "members/remove", removal(sent, node(state))).status())
                .isEqualTo(200);
        until(() -> !states(witness, sent).contains(letters));
    }

    /// Under what the ledger names an officer.
    static String idOf(AState state, String officer) {
        String token = state.token(officer);
        return token.substring(0, token.indexOf('.'));
    }

    static void malformed(Answer answer) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo("REQUEST_MALFORMED");
        assertThat(answer.status()).isEqualTo(422);
    }

    static void refused(Answer answer, int status, Refusal ground) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ground.code());
        assertThat(answer.status()).isEqualTo(status);
    }

    @Override
    public void close() {
        later.forEach(AState::close);
        sg.close();
        vn.close();
        TestFolders.delete(data);
    }

    /// Hands tests the one pair of states of this process; they end after the last test.
    static final class Given extends GivenOnce<TwoStates> {
        Given() {
            super(TwoStates.class, TwoStates::started);
        }
    }
}
