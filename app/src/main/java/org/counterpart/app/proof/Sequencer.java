package org.counterpart.app.proof;

import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/// Keeps the ledger moving while the process serves: woken by each commit, and by a clock for what other processes
/// committed, for what a crash left behind, and for what is due each minute.
@Component
final class Sequencer implements SmartLifecycle {
    private static final Duration ROUND = Duration.ofSeconds(2);

    /// Below the web server, so that it starts before and ends after it.
    private static final int PHASE = 0;

    private final Wake wake;
    private final RecordingStrangers strangers;
    private final SequencingLeaves sequencing;
    private final SigningCheckpoint signing;
    private final EventLog log;
    private volatile @Nullable Thread thread;

    Sequencer(
            Wake wake,
            RecordingStrangers strangers,
            SequencingLeaves sequencing,
            SigningCheckpoint signing,
            EventLog log) {
        this.wake = wake;
        this.strangers = strangers;
        this.sequencing = sequencing;
        this.signing = signing;
        this.log = log;
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofVirtual().name("sequencer").unstarted(this::run);
        thread = fresh; // Before it runs: it ends when it does not find itself here.
        fresh.start();
    }

    /// Ends after a last round, so that a node that was stopped in order leaves nothing without a number.
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        wake.call();
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void run() {
        try {
            while (isRunning()) {
                tried(this::round);
                wake.await(ROUND);
            }
            tried(this::lastRound);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        strangers.whenDue();
        sequencing.unlessTaken();
        signing.whenDue();
    }

    private void lastRound() {
        strangers.now();
        sequencing.unlessTaken();
    }

    /// Nothing may end the thread: the database can be away for a while, and the next round makes up for this one.
    private void tried(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn(EventLine.of("ledger.round-failed").failure(e));
        }
    }
}
