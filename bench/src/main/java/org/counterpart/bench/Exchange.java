package org.counterpart.bench;

import tools.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Writers on one node ask a desk of another; the receipts say when the receiver had signed for each.
///
/// Both nodes read the clock of this machine, so the time between an entry and its receipt is a plain difference.
final class Exchange {
    private static final int WARM_UP = 100;
    private static final int QUESTIONS_IN_A_DOSSIER = 25;

    private final BenchNode from;
    private final BenchNode to;
    private final int writers;
    private final PrintStream out = System.out;
    private final Set<String> dossiers = ConcurrentHashMap.newKeySet();

    Exchange(BenchNode from, BenchNode to, int writers) {
        this.from = from;
        this.to = to;
        this.writers = writers;
    }

    Exchange warmUp() throws InterruptedException {
        write(WARM_UP);
        latencies();
        dossiers.clear();
        return this;
    }

    void run(int entries) throws InterruptedException {
        long start = System.nanoTime();
        write(entries);
        double appended = (System.nanoTime() - start) / 1e9;
        long[] millis = latencies();
        double signed = (System.nanoTime() - start) / 1e9;
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
        }
    }

    /// Waits until every entry is signed for.
    private long[] latencies() {
        var all = new ArrayList<Long>();
        for (String dossier : dossiers) {
            var found = new ArrayList<Long>();
            BenchNode.await(
                    "all entries of a dossier are signed for", () -> collect(dossier, found));
            all.addAll(found);
        }
        return all.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private boolean collect(String dossier, List<Long> found) {
        found.clear();
        for (JsonNode entry : from.get("duty", "/exchange/dossiers/" + dossier).path("entries")) {
            if (entry.path("deliveries").isEmpty()) {
                return false;
            }
            long said = entry.path("content").path("claimedAt").longValue(0);
            entry.path("deliveries")
                    .forEach(delivery -> found.add(delivery.path("stated").longValue(0) - said));
        }
        return !found.isEmpty();
    }

    private static long percentile(long[] sorted, int percent) {
        int at = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted.length == 0 ? 0 : Arrays.copyOf(sorted, sorted.length)[Math.max(at, 0)];
    }
}
