package org.counterpart.app.access;

import org.counterpart.app.proof.Leaves;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Those who come without a token that lives: counted for the ledger, and slowed when they are many.
///
/// Behind a reverse proxy all callers have one address, so the limit is for all of them together. That must not lock
/// officers out: whom this process let in before is still asked for, however many strangers knock.
@Component
class UnknownCallers {
    private final Leaves leaves;
    private final InstantSource time;
    private final Set<OfficerId> letIn = ConcurrentHashMap.newKeySet();
    private Instant minute = Instant.MIN;
    private int inThisMinute;

    UnknownCallers(Leaves leaves, InstantSource time) {
        this.leaves = leaves;
        this.time = time;
    }

    /// Whether the database may be asked about who claims to be this officer.
    synchronized boolean mayTry(OfficerId officer) {
        return !isOverLimit() || letIn.contains(officer);
    }

    void letIn(OfficerId officer) {
        letIn.add(officer);
    }

    /// Counts one more, and says what to tell it. `docs/protocol.md` 7: the ledger makes one leaf a minute of them.
    synchronized AccessGround refuse(AccessGround ground) {
        AccessGround told = isOverLimit() ? AccessGround.TOO_MANY_UNKNOWN_TOKENS : ground;
        inThisMinute++;
        leaves.refusedStranger(new Code(told.code()));
        return told;
    }

    private boolean isOverLimit() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            inThisMinute = 0;
        }
        return inThisMinute >= Limit.UNKNOWN_TOKENS_A_MINUTE.value();
    }
}
