package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.ledger.LedgerRefusal;
import org.counterpart.ledger.Verification;
import org.counterpart.ledger.Verification.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

@ExtendWith(TestNode.Given.class)
class SequencingLeavesTest {

    @Test
    void numbersCommittedLeavesInTheOrderOfArrival(TestLedger ledger) {
        ledger.holds("e1", "e2", "e3");

        ledger.sequencing.unlessTaken();

        assertThat(ledger.subjects()).containsExactly("e1", "e2", "e3");
        assertThat(ledger.logs.read().frontier().size()).isEqualTo(3);
    }

    @Test
    void doesNotLoseALeafThatArrivedEarlierAndCommitsLater(TestLedger ledger) {
        ledger.transaction.executeWithoutResult(
                _ -> {
                    ledger.leaves.add(TestLedger.read("slow"));
                    TestLedger other = ledger.elsewhere();
                    onAnotherThread(
                            () -> {
                                other.holds("fast");
                                other.sequencing.unlessTaken();
                            });
                });
        ledger.sequencing.unlessTaken();

        assertThat(ledger.subjects()).containsExactly("fast", "slow");
        assertThat(ledger.verifiedExport()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void takesMoreThanOneBatch(TestLedger ledger) {
        int count = SequencingLeaves.BATCH * 2 + 1;
        ledger.transaction.executeWithoutResult(
                _ ->
                        IntStream.range(0, count)
                                .forEach(
                                        number ->
                                                ledger.leaves.add(TestLedger.read("e" + number))));

        ledger.sequencing.unlessTaken();

        assertThat(ledger.logs.read().frontier().size()).isEqualTo(count);
        assertThat(ledger.subjects()).startsWith("e0", "e1").endsWith("e" + (count - 1));
    }

    @Test
    void leavesTheWorkToWhoeverIsAtItAlready(TestLedger ledger) {
        ledger.holds("e1");

        ledger.transaction.executeWithoutResult(
                _ -> {
                    ledger.logs.lockWhenFree();
                    TestLedger other = ledger.elsewhere();
                    onAnotherThread(other.sequencing::unlessTaken);
                    onAnotherThread(other.signing::whenDue);
                });

        assertThat(ledger.subjects()).isEmpty();
        assertThat(ledger.count("checkpoint")).isZero();
    }

    @Test
    void keepsOneLogWhenTwoProcessesWriteAndNumberAtOnce(TestLedger ledger) throws Exception {
        long writers = 4;
        long each = 100;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                TestLedger process = ledger.elsewhere();
                String name = "w" + writer;
                work.add(
                        threads.submit(
                                () -> {
                                    for (int number = 0; number < each; number++) {
                                        process.holds(name + "-" + number);
                                        process.sequencing.unlessTaken();
                                    }
                                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
        }
        ledger.sequencing.whenFree();

        assertThat(
                        ledger.jdbc
                                .sql("select number from proof.leaf order by number")
                                .query(Long.class)
                                .list())
                .containsExactlyElementsOf(LongStream.range(0, writers * each).boxed().toList());
        assertThat(ledger.subjects()).doesNotHaveDuplicates();
        assertThat(ledger.verifiedExport()).isInstanceOf(Verification.Intact.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 1 from proof.leaf for update", "select 1 from proof.log for update"})
    void losesNothingWhenItIsKilledMidWay(String step, TestLedger ledger) {
        ledger.holds("e1");
        ledger.sequencing.whenFree();
        ledger.holds("e2", "e3");
        var before = ledger.log();

        ledger.killedAt(step, ledger.elsewhere().sequencing::whenFree);

        assertThat(ledger.log()).isEqualTo(before);
        assertThat(ledger.subjects()).containsExactly("e1");
        ledger.elsewhere().sequencing.unlessTaken();
        assertThat(ledger.subjects()).containsExactly("e1", "e2", "e3");
        assertThat(ledger.verifiedExport()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void goesOnWhereItStoppedAfterARestart(TestLedger ledger) {
        ledger.holdsNumbered(13).holds("last");

        TestLedger restarted = ledger.elsewhere();
        restarted.sequencing.unlessTaken();

        assertThat(restarted.subjects()).hasSize(14).endsWith("last");
        assertThat(restarted.verifiedExport())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.leaves()).isEqualTo(15));
    }

    @Test
    void isNotStoppedByALeafThatWasEditedWhileItWaited(TestLedger ledger) {
        ledger.holds("e1", "e2", "e3");
        ledger.edit("update proof.leaf set act = 'not an act' where act like '%e2%'");

        ledger.sequencing.unlessTaken();

        assertThat(ledger.verifiedExport())
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> {
                            assertThat(broken.code()).isEqualTo(LedgerRefusal.LEDGER_ACT_MALFORMED);
                            assertThat(broken.place()).isEqualTo(new Place.AtLeaf(1));
                        });
    }

    private static void onAnotherThread(Runnable work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
