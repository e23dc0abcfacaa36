package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private final AState sg;
    private final AState vn;

    private TwoStates(AState sg, AState vn) {
        this.sg = sg;
        this.vn = vn;
    }

    static TwoStates started(Path data) {
        var both =
                new TwoStates(
                        AState.started(data, "sg", "Asia/Singapore"),
                        AState.started(data, "vn", "Asia/Ho_Chi_Minh"));
        staff(both.sg, "sg/police");
        staff(both.vn, "vn/police");
        both.sg.peersWith(both.vn);
        both.until(() -> knows(both.sg, "vn/police") && knows(both.vn, "sg/police"));
        return both;
    }

    private static void staff(AState state, String police) {
        state.desk("police");
        state.officer("reader", "analyst", state.desk());
        state.officer("constable", "duty-officer", police);
        state.officer("inspector", "supervisor", police);
        state.officer("watch", "oversight");
    }

    private static boolean knows(AState state, String desk) {
        return state.as("duty").get("/desks").body().toString().contains(desk);
    }

    AState sg() {
        return sg;
    }

    AState vn() {
        return vn;
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

    static JsonNode item(AState state, String entry) {
        for (JsonNode item : state.as("duty").get("/exchange/inbox").body().path("items")) {
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
        return state.leaves(kind).stream()
                .filter(leaf -> leaf.contains("\"subject\":\"" + sent.entry() + "\""))
                .toList();
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
        sg.close();
        vn.close();
    }
}
