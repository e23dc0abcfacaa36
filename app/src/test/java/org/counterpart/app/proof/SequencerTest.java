package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.node.EventLog;
import org.counterpart.ledger.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;

@ExtendWith(TestNode.Given.class)
class SequencerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void numbersAndSignsSoonAfterACommit(TestLedger ledger) {
        Sequencer sequencer = started(ledger);
        ledger.holds("e1");

        Awaitility.await().atMost(PATIENCE).until(() -> ledger.count("checkpoint") == 1);
        assertThat(ledger.subjects()).containsExactly("e1");
        sequencer.stop();
    }

    @Test
    void findsByItselfWhatAnotherProcessCommitted(TestLedger ledger) {
        Sequencer sequencer = started(ledger);
        ledger.elsewhere().holds("e1");

        Awaitility.await().atMost(PATIENCE).until(() -> !ledger.subjects().isEmpty());
        sequencer.stop();
    }

    @Test
    void worksOffTheRestWhenTheNodeStops(TestLedger ledger) {
        Sequencer sequencer = started(ledger);
        ledger.leaves.refusedStranger(new Code("PEER_UNKNOWN"));

        sequencer.stop();

        assertThat(ledger.logs.read().frontier().size()).isEqualTo(1);
        assertThat(sequencer.isRunning()).isFalse();
    }

    @Test
    void outlivesADatabaseThatIsAwayForAWhile(TestLedger ledger) {
        ledger.edit("alter table proof.log rename to away");
        Sequencer sequencer = started(ledger);
        ledger.holds("e1");
        ledger.edit("alter table proof.away rename to log");

        Awaitility.await().atMost(PATIENCE).until(() -> !ledger.subjects().isEmpty());
        sequencer.stop();
    }

    private static Sequencer started(TestLedger ledger) {
        var sequencer =
                new Sequencer(
                        ledger.wake,
                        ledger.recording,
                        ledger.sequencing,
                        ledger.signing,
                        new EventLog());
        sequencer.start();
        return sequencer;
    }
}
