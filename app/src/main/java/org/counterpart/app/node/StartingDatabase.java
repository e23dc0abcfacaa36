package org.counterpart.app.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// A database that starts while the rest of the process is put together, which halves the time to ready.
final class StartingDatabase implements AutoCloseable {
    private final CompletableFuture<Database> future;

    StartingDatabase(Supplier<Database> start) {
        future =
                CompletableFuture.supplyAsync(
                        start, task -> Thread.ofPlatform().name("database-start").start(task));
    }

    Database await() {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NodeFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /// Stops what was started, also when nobody waited for it.
    @Override
    public void close() {
        future.handle(
                        (database, _) -> {
                            if (database != null) {
                                database.close();
                            }
                            return true;
                        })
                .join();
    }
}
