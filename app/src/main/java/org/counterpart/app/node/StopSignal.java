package org.counterpart.app.node;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells a process in the foreground that it is to stop, and keeps the virtual machine from ending before it has.
///
/// The problem: a hook of Spring's own closed the application in another thread than the one that closes the database
/// after it, and where the first waited for a last piece of work, the second did not wait for the first. One thread now
/// closes both, in order, and the hook only waits for that.
final class StopSignal implements AutoCloseable {
    /// Longer than any phase of an orderly stop may take.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StopSignal() {}

    /// From now on Ctrl-C and SIGTERM tell.
    static StopSignal listen() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::tellAndWait, "stop-signal"));
        return signal;
    }

    private void tellAndWait() {
        tell();
        try {
            boolean _ = stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void tell() {
        told.countDown();
    }

    /// Returns when the process is to stop.
    void await() throws InterruptedException {
        told.await();
    }

    /// All is stopped: the virtual machine may end.
    @Override
    public void close() {
        stopped.countDown();
    }
}
