package org.counterpart.bench;

import tools.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Writers on one node ask a desk of another. An entry's time runs from before it is handed to its node, so that waiting
/// for the one writer counts, to the leaf that the receiver wrote together with its signed receipt.
///
/// Both nodes read the clock of this machine, as this process does, so the time is a plain difference.
final class Exchange {
    private static final int WARM_UP = 100;
    private static final int QUESTIONS_IN_A_DOSSIER = 25;

    private final BenchNode from;
    private final BenchNode to;
    private final int writers;
    private final InstantSource clock;
    private final PrintStream out = System.out;
    private final Set<String> dossiers = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> began = new ConcurrentHashMap<>();

    Exchange(BenchNode from, BenchNode to, int writers, InstantSource clock) {
        this.from = from;
        this.to = to;
        this.writers = writers;
        this.clock = clock;
    }

    Exchange warmUp() throws InterruptedException {
        write(WARM_UP);
        awaitReceipts();
        dossiers.clear();
        began.clear();
        return this;
    }

    void run(int entries) throws InterruptedException {
        long start = System.nanoTime();
        write(entries);
        double appended = (System.nanoTime() - start) / 1e9;
        awaitReceipts();
        double signed = (System.nanoTime() - start) / 1e9;
        long[] millis = latencies();
        out.printf(
                "entries               %d by %d writers, %d in a dossier%n",
                millis.length, writers, QUESTIONS_IN_A_DOSSIER);
        out.printf("appended              %.1f entries/s%n", millis.length / appended);
        out.printf("appended and signed   %.1f entries/s%n", millis.length / signed);
        out.printf(
                "append to signature   p50 %d ms, p95 %d ms, p99 %d ms%n",
                percentile(millis, 50), percentile(millis, 95), percentile(millis, 99));
    }

    private void write(int entries) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int share = entries / writers + (i < entries % writers ? 1 : 0);
            threads.add(Thread.ofPlatform().start(() -> ask(share)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void ask(int questions) {
        String dossier = "";
        for (int i = 0; i < questions; i++) {
            boolean first = i % QUESTIONS_IN_A_DOSSIER == 0;
            String where = first ? "" : "\"dossier\":\"" + dossier + "\",";
            long before = clock.millis();
            JsonNode sent =
                    from.post(
                            "duty",
                            "/exchange/ask",
                            """
                            {"to":"%s",%s"question":{"language":"en","text":"Question %d"},"purpose":"Measurement",
                             "handling":{"codes":["H1"],"use":["INVESTIGATION"]}}
                            """
                                    .formatted(to.desk(), where, i));
            dossier = sent.path("dossier").stringValue("");
            dossiers.add(dossier);
            began.put(sent.path("entry").stringValue(""), before);
        }
    }

    private void awaitReceipts() {
        for (String dossier : dossiers) {
            BenchNode.await("all entries of a dossier are signed for", () -> isSignedFor(dossier));
        }
    }

    private boolean isSignedFor(String dossier) {
        JsonNode entries = from.get("duty", "/exchange/dossiers/" + dossier).path("entries");
        return !entries.isEmpty()
                && entries.valueStream().noneMatch(entry -> entry.path("deliveries").isEmpty());
    }

    /// From the receiver's ledger: it writes a leaf in the transaction in which it signs.
    private long[] latencies() {
        Map<String, Long> signed =
                to.leaves()
                        .filter(act -> act.path("kind").stringValue("").equals("receipt"))
                        .collect(
                                Collectors.toMap(
                                        act -> act.path("detail").path("subject").stringValue(""),
                                        act -> act.path("time").longValue(0),
                                        Math::min));
        if (!signed.keySet().containsAll(began.keySet())) {
            throw new IllegalStateException("a receipt has no leaf in the receiver's ledger");
        }
        return began.entrySet().stream()
                .mapToLong(
                        entry ->
                                signed.getOrDefault(entry.getKey(), entry.getValue())
                                        - entry.getValue())
                .sorted()
                .toArray();
    }

    private static long percentile(long[] sorted, int percent) {
        int at = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted.length == 0 ? 0 : Arrays.copyOf(sorted, sorted.length)[Math.max(at, 0)];
    }
}
