package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.ledger.Checkpoint;
import org.counterpart.ledger.SignedCheckpoint;
import org.counterpart.ledger.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;

@ExtendWith(TestNode.Given.class)
class SigningCheckpointTest {

    @Test
    void signsAtMostOnceAMinute(TestLedger ledger) {
        grows(ledger);
        grows(ledger);
        ledger.time.passes(Duration.ofSeconds(59));
        grows(ledger);
        assertThat(ledger.count("checkpoint")).isEqualTo(1);

        ledger.time.passes(Duration.ofSeconds(1));
        ledger.signing.whenDue();
        assertThat(ledger.count("checkpoint")).isEqualTo(2);
    }

    @Test
    void signsNothingWhenNothingCame(TestLedger ledger) {
        ledger.signing.whenDue();
        assertThat(ledger.count("checkpoint")).isZero();

        grows(ledger);
        ledger.time.passes(Duration.ofHours(1));
        ledger.signing.whenDue();
        assertThat(ledger.count("checkpoint")).isEqualTo(1);
    }

    @Test
    void signsAtOnceOnDemandAndShowsTheSameHeadUntilTheLogGrows(TestLedger ledger) {
        grows(ledger);
        SignedCheckpoint first = ledger.holds("e").showing.now();
        SignedCheckpoint again = ledger.showing.now();

        assertThat(first.checkpoint().size()).isEqualTo(2);
        assertThat(again.note()).isEqualTo(first.note());
        assertThat(ledger.holds("e").showing.now().checkpoint().size()).isEqualTo(3);
    }

    @Test
    void signsAnEmptyLogOnDemand(TestLedger ledger) {
        assertThat(ledger.showing.now().checkpoint().size()).isZero();
        assertThat(ledger.verifiedExport()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void goesOnWhenTheClockIsSetBack(TestLedger ledger) {
        grows(ledger);
        Checkpoint before = ledger.showing.now().checkpoint();
        ledger.time.passes(Duration.ofDays(-1));
        grows(ledger);

        assertThat(ledger.count("checkpoint")).isEqualTo(2);
        assertThat(ledger.showing.now().checkpoint().at()).isAfter(before.at());
        assertThat(ledger.verifiedExport()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void losesOnlyASignatureThatNobodySawWhenItIsKilled(TestLedger ledger) {
        grows(ledger);
        ledger.holds("e").sequencing.whenFree();

        ledger.killedAt(
                "lock table proof.checkpoint in share mode", ledger.elsewhere().signing::now);

        assertThat(ledger.count("checkpoint")).isEqualTo(1);
        assertThat(ledger.verifiedExport()).isInstanceOf(Verification.Intact.class);
    }

    private static void grows(TestLedger ledger) {
        ledger.holds("e");
        ledger.sequencing.whenFree();
        ledger.signing.whenDue();
    }
}
