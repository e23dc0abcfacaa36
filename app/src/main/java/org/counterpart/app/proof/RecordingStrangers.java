package org.counterpart.app.proof;

import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.util.Map;

/// Writes the one leaf of a minute in which unknown callers were refused: `refused`, with a count for each code.
@Component
final class RecordingStrangers {
    private static final Code REFUSED = new Code("refused");

    private final Strangers strangers;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    RecordingStrangers(
            Strangers strangers,
            Leaves leaves,
            PlatformTransactionManager transactions,
            InstantSource time) {
        this.strangers = strangers;
        this.leaves = leaves;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    void whenDue() {
        write(strangers.takeWhenDue());
    }

    /// Before the process ends.
    void now() {
        write(strangers.takeAll());
    }

    private void write(Map<Code, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        Act act = Act.of(REFUSED, time.instant(), new Act.Actor.Unknown());
        for (var count : counts.entrySet()) {
            act = act.with(count.getKey(), new Code(Long.toString(count.getValue())));
        }
        Act whole = act;
        try {
            transaction.executeWithoutResult(_ -> leaves.add(whole));
        } catch (DataAccessException | TransactionException e) {
            strangers.putBack(counts);
            throw e;
        }
    }
}
