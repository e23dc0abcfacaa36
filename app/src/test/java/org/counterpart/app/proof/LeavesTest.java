package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.ledger.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.IllegalTransactionStateException;

import java.time.Duration;

@ExtendWith(TestNode.Given.class)
class LeavesTest {

    @Test
    void writesTheLeafWithTheActsTransaction(TestLedger ledger) {
        Act act = TestLedger.read("e1");

        ledger.transaction.executeWithoutResult(_ -> ledger.leaves.add(act));

        assertThat(ledger.jdbc.sql("select number, act from proof.leaf").query().singleRow())
                .containsEntry("act", act.json())
                .containsEntry("number", null);
    }

    @Test
    void leavesNothingOfAnActThatIsRolledBack(TestLedger ledger) {
        ledger.transaction.executeWithoutResult(
                status -> {
                    ledger.leaves.add(TestLedger.read("e1"));
                    status.setRollbackOnly();
                });

        ledger.sequencing.whenFree();
        assertThat(ledger.count("leaf")).isZero();
    }

    @Test
    void refusesALeafWithoutATransaction(TestLedger ledger) {
        assertThatThrownBy(() -> ledger.leaves.add(TestLedger.read("e1")))
                .isInstanceOf(IllegalTransactionStateException.class);

        assertThat(ledger.count("leaf")).isZero();
    }

    @Test
    void saltsEachLeaf(TestLedger ledger) {
        ledger.holds("e1", "e1");

        assertThat(ledger.jdbc.sql("select distinct salt from proof.leaf").query().listOfRows())
                .hasSize(2);
    }

    @Test
    void wakesTheSequencerOnceForManyCommits(TestLedger ledger) throws Exception {
        ledger.holds("e1", "e2", "e3");

        ledger.wake.await(Duration.ofDays(1));
        ledger.wake.await(Duration.ZERO);
        assertThat(ledger.count("leaf")).isEqualTo(3);
    }
}
