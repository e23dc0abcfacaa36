package org.counterpart.replication.memory;

import java.util.ArrayDeque;

/// The one open transaction of a store in memory: how to take back each write that is not committed.
public final class Journal {
    private final ArrayDeque<Runnable> undo = new ArrayDeque<>();
    private final Runnable beforeEachWrite;

    /// @param beforeEachWrite may throw, as a machine does that loses its power there
    public Journal(Runnable beforeEachWrite) {
        this.beforeEachWrite = beforeEachWrite;
    }

    void announceWrite() {
        beforeEachWrite.run();
    }

    void written(Runnable takeBack) {
        undo.push(takeBack);
    }

    public void commit() {
        undo.clear();
    }

    public void rollBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
