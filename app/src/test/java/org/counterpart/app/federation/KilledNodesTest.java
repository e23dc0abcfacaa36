package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.app.node.NodeProcessUnderTest;
import org.counterpart.app.node.TestFolders;
import org.counterpart.app.proof.LogName;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.SignedCard;
import org.counterpart.ledger.LedgerVerifier;
import org.counterpart.ledger.LogKey;
import org.counterpart.ledger.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Two nodes as processes exchange five hundred entries while either is killed and its database stopped, at points that
/// a seed chooses. What an officer was told is written is there afterwards, on both, once, and signed for.
class KilledNodesTest {
    private static final int ENTRIES_EACH = 250;
    private static final int DOSSIERS_EACH = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Random random = new Random(77);
    private final Map<String, String> written = new ConcurrentHashMap<>();
    private final Map<String, NodeProcessUnderTest> processes = new HashMap<>();

    KilledNodesTest() {}

    @Test
    void loseAndDoubleNothing(@TempDir Path data) throws Exception {
        TestFolders.letOthersThrough(data);
        try {
            start(data, "sg");
            start(data, "vn");
            AState sg = AState.elsewhere(data, "sg");
            AState vn = AState.elsewhere(data, "vn");
            sg.staff("Asia/Singapore");
            vn.staff("Asia/Ho_Chi_Minh");
            sg.peersWith(vn);
            await(() -> sg.knows(vn.desk()) && vn.knows(sg.desk()));
            writeWhileNodesFall(data, sg, vn);
            List<String> dossiers = new TreeSet<>(written.values()).stream().toList();
            await(() -> dossiers.stream().allMatch(dossier -> same(dossier, sg, vn)));
            assertThat(written).hasSize(2 * ENTRIES_EACH);
            for (var entry : written.entrySet()) {
                assertThat(entries(sg, entry.getValue())).contains(entry.getKey());
            }
            await(
                    () ->
                            dossiers.stream()
                                    .allMatch(
                                            dossier ->
                                                    signedFor(dossier, sg)
                                                            && signedFor(dossier, vn)));
            verified(sg);
            verified(vn);
        } finally {
            processes.values().forEach(NodeProcessUnderTest::close);
        }
    }

    private void start(Path data, String state) throws Exception {
        processes.put(state, NodeProcessUnderTest.launch(data, state).ready());
    }

    private NodeProcessUnderTest process(String state) {
        return Objects.requireNonNull(processes.get(state));
    }

    /// Each blow falls after a number of entries that the seed draws.
    private void writeWhileNodesFall(Path data, AState sg, AState vn) throws Exception {
        var failed = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < DOSSIERS_EACH; i++) {
            writers.add(writer(sg, vn, failed));
            writers.add(writer(vn, sg, failed));
        }
        int next = 0;
        for (String blow :
                List.of("kill sg", "kill vn", "stop sg", "kill vn", "stop vn", "kill sg")) {
            next += 30 + random.nextInt(40);
            int threshold = next;
            await(() -> written.size() >= threshold);
            fall(data, blow);
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failed).isFalse();
    }

    private void fall(Path data, String blow) throws Exception {
        String state = blow.substring(5);
        if (blow.startsWith("kill")) {
            process(state).signal("-KILL");
            process(state).exitCode();
            start(data, state);
        } else {
            // A fast shutdown, as an administrator of the database orders it; the node starts it
            // again.
            ProcessHandle server = process(state).server().orElseThrow();
            Process stop = new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
            stop.waitFor();
        }
    }

    /// Writes until so many are confirmed. What is not confirmed may be written all the same, so it is told apart by its
    /// number and not counted.
    private Thread writer(AState from, AState to, AtomicBoolean failed) {
        return Thread.ofPlatform()
                .start(
                        () -> {
                            String dossier = "";
                            for (int done = 0; done < ENTRIES_EACH / DOSSIERS_EACH; ) {
                                try {
                                    Answer answer = ask(from, to, dossier, done);
                                    if (answer.status() == 200) {
                                        dossier = answer.text("dossier");
                                        written.put(answer.text("entry"), dossier);
                                        done++;
                                    } else if (answer.status() < 500 && answer.status() != 401) {
                                        failed.set(true);
                                        return;
                                    }
                                } catch (UncheckedIOException e) {
                                    Thread.onSpinWait(); // The node is down; the next try comes
                                    // when it is up again.
                                    java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
                                }
                            }
                        });
    }

    private static Answer ask(AState from, AState to, String dossier, int number) {
        return from.as("duty")
                .post(
                        "/exchange/ask",
                        """
                        {"to":"%s",%s"question":{"language":"en","text":"Question %d"},"purpose":"Practice",
                         "handling":{"codes":["H0"],"use":["INVESTIGATION"]}}
                        """
                                .formatted(
                                        to.desk(),
                                        dossier.isEmpty() ? "" : "\"dossier\":\"" + dossier + "\",",
                                        number));
    }

    private static boolean same(String dossier, AState one, AState other) {
        List<String> entries = entries(one, dossier);
        return !entries.isEmpty()
                && entries.equals(entries(other, dossier))
                && new TreeSet<>(entries).size() == entries.size();
    }

    private static List<String> entries(AState state, String dossier) {
        return shown(state, dossier)
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("entry").stringValue(""))
                .toList();
    }

    private static boolean signedFor(String dossier, AState state) {
        return shown(state, dossier)
                .path("entries")
                .valueStream()
                .allMatch(
                        entry ->
                                entry.path("content").isObject()
                                        && !entry.path("deliveries").isEmpty());
    }

    private static JsonNode shown(AState state, String dossier) {
        return state.as("duty").get("/exchange/dossiers/" + dossier).body();
    }

    /// Whoever has the card of a node can check what its operator exports.
    static void verified(AState state) throws Exception {
        byte[] card =
                state.as("operator")
                        .get("/peers")
                        .body()
                        .path("card")
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        SignedCard signed = SignedCard.read(CanonicalJson.readLoosely(card));
        LogKey key =
                LogKey.admit(
                                new LogName(signed.card().node()).toString(),
                                signed.card().signingKeyBytes())
                        .orElseThrow();
        byte[] export = state.as("operator").fetch("/ledger/export").body();
        assertThat(new LedgerVerifier(key).verify(new ByteArrayInputStream(export)))
                .isInstanceOf(Verification.Intact.class);
    }

    private static void await(java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(holds);
    }
}
