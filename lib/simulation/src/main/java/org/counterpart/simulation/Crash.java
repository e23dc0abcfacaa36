package org.counterpart.simulation;

/// The power of a node fails here: whatever is not committed is gone.
final class Crash extends RuntimeException {
    Crash() {
        super("the node crashes", null, false, false);
    }
}
