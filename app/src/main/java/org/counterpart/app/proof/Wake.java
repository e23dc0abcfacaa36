package org.counterpart.app.proof;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Tells the sequencer that something was committed. Many calls while it works are one.
@Component
final class Wake {
    private final BlockingQueue<Boolean> calls = new ArrayBlockingQueue<>(1);

    void call() {
        boolean _ = calls.offer(true);
    }

    /// Returns at the next call, at one that came before, or when the patience ends.
    void await(Duration patience) throws InterruptedException {
        Boolean _ = calls.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
