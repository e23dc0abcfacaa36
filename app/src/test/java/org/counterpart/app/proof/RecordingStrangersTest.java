package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(TestNode.Given.class)
class RecordingStrangersTest {
    private static final Code UNKNOWN = new Code("PEER_UNKNOWN");
    private static final Code UNSIGNED = new Code("REQUEST_UNSIGNED");

    @Test
    void writesOneCountedLeafForAMinuteOfRefusals(TestLedger ledger) {
        refuses(ledger, UNKNOWN, 1000);
        refuses(ledger, UNSIGNED, 1);
        ledger.recording.whenDue();
        assertThat(acts(ledger)).as("before the minute is over").isEmpty();

        ledger.time.passes(Duration.ofMinutes(1));
        ledger.recording.whenDue();
        ledger.recording.whenDue();

        assertThat(acts(ledger))
                .singleElement()
                .satisfies(
                        act -> {
                            assertThat(act.kind()).isEqualTo(new Code("refused"));
                            assertThat(act.actor()).isEqualTo(new Act.Actor.Unknown());
                            assertThat(act.detail())
                                    .containsEntry(UNKNOWN, new Code("1000"))
                                    .containsEntry(UNSIGNED, new Code("1"));
                        });
    }

    @Test
    void writesNothingWhenNobodyWasRefused(TestLedger ledger) {
        ledger.time.passes(Duration.ofMinutes(5));
        ledger.recording.whenDue();
        ledger.recording.now();

        assertThat(acts(ledger)).isEmpty();
    }

    @Test
    void writesTheRestBeforeTheProcessEnds(TestLedger ledger) {
        refuses(ledger, UNKNOWN, 2);
        ledger.recording.now();

        assertThat(acts(ledger)).hasSize(1);
    }

    @Test
    void keepsTheCountsWhenTheDatabaseIsAway(TestLedger ledger) {
        refuses(ledger, UNKNOWN, 2);
        ledger.edit("alter table proof.leaf rename to away");
        assertThatThrownBy(ledger.recording::now).isInstanceOf(DataAccessException.class);
        ledger.edit("alter table proof.away rename to leaf");

        refuses(ledger, UNKNOWN, 1);
        ledger.recording.now();

        assertThat(acts(ledger))
                .singleElement()
                .satisfies(act -> assertThat(act.detail()).containsEntry(UNKNOWN, new Code("3")));
    }

    @Test
    void staysWithinOneLeafWhateverIsCounted(TestLedger ledger) {
        IntStream.range(0, 100).forEach(number -> refuses(ledger, new Code("CODE_" + number), 1));
        ledger.recording.now();

        assertThat(acts(ledger))
                .singleElement()
                .satisfies(
                        act ->
                                assertThat(act.detail())
                                        .hasSize(32)
                                        .containsEntry(new Code("OTHERS"), new Code("69")));
    }

    private static void refuses(TestLedger ledger, Code code, int times) {
        IntStream.range(0, times).forEach(_ -> ledger.leaves.refusedStranger(code));
    }

    private static List<Act> acts(TestLedger ledger) {
        return ledger.jdbc
                .sql("select act from proof.leaf order by arrival")
                .query((row, _) -> Act.parse(row.getString("act")).orElseThrow())
                .list();
    }
}
