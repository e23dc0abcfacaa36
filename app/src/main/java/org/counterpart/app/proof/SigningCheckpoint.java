package org.counterpart.app.proof;

import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.ledger.LogSigner;
import org.counterpart.ledger.SignedCheckpoint;
import org.counterpart.ledger.SignedCheckpoint.Opening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Signs the log as it stands, which is what this node can be held to.
///
/// Only what is committed is signed, and a signature leaves the node only when it is committed itself: a crash between
/// the two loses a signature that nobody saw. The lock of the sequencer keeps two processes from signing side by side.
@Component
final class SigningCheckpoint {
    /// Damage is narrowed down to the leaves between two checkpoints, so there is one for each minute of work.
    private static final Duration PACE = Duration.ofMinutes(1);

    private final LogStates logs;
    private final Checkpoints checkpoints;
    private final LogSigner signer;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private final EventLog log;

    SigningCheckpoint(
            LogStates logs,
            Checkpoints checkpoints,
            LogSigner signer,
            PlatformTransactionManager transactions,
            InstantSource time,
            EventLog log) {
        this.logs = logs;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
        this.log = log;
    }

    /// Signs when the log grew and the last signature is a minute old, unless another process is at it.
    void whenDue() {
        transaction.executeWithoutResult(
                _ -> {
                    if (logs.lockUnlessTaken()) {
                        LogState state = logs.read();
                        Optional<Checkpoints.Stored> last = checkpoints.last();
                        if (grew(state, last) && last.map(this::isOld).orElse(true)) {
                            sign(state, last);
                        }
                    }
                });
    }

    /// The signed log as it stands: the last checkpoint when nothing came since, else a new one.
    SignedCheckpoint now() {
        return transaction.execute(
                _ -> {
                    logs.lockWhenFree();
                    LogState state = logs.read();
                    Optional<Checkpoints.Stored> last = checkpoints.last();
                    return last.flatMap(stored -> current(stored, state))
                            .orElseGet(() -> sign(state, last));
                });
    }

    private static boolean grew(LogState state, Optional<Checkpoints.Stored> last) {
        return state.frontier().size() > last.map(Checkpoints.Stored::size).orElse(0L);
    }

    /// A clock that was set back by more than the pace makes it old too: signing must not rest until it caught up.
    private boolean isOld(Checkpoints.Stored last) {
        return Duration.between(last.at(), time.instant()).abs().compareTo(PACE) >= 0;
    }

    /// The last checkpoint, if it is what we would sign now. One that somebody edited is not.
    private Optional<SignedCheckpoint> current(Checkpoints.Stored last, LogState state) {
        return signer.key().open(last.bytes()) instanceof Opening.Opened(SignedCheckpoint opened)
                        && opened.checkpoint().epoch() == state.epoch()
                        && opened.checkpoint().size() == state.frontier().size()
                        && opened.checkpoint().root().equals(state.frontier().root())
                ? Optional.of(opened)
                : Optional.empty();
    }

    private SignedCheckpoint sign(LogState state, Optional<Checkpoints.Stored> last) {
        SignedCheckpoint signed = signer.sign(state.frontier(), state.epoch(), after(last));
        checkpoints.add(signed);
        log.write(EventLine.of("ledger.signed").count("leaves", state.frontier().size()));
        return signed;
    }

    /// The times of checkpoints never go back, whatever the clock does, and no two are the same statement.
    private Instant after(Optional<Checkpoints.Stored> last) {
        Instant now = time.instant();
        return last.map(stored -> stored.at().plusMillis(1)).filter(now::isBefore).orElse(now);
    }
}
