package org.counterpart.simulation;

/// A sentence of the protocol that is held against what happened.
final class Promise {
    private Promise() {}

    /// @param about what broke it, for whoever reads the failure
    static void demand(boolean holds, String promise, Object... about) {
        if (!holds) {
            var what = new StringBuilder();
            for (Object one : about) {
                what.append(one).append(' ');
            }
            throw new Violation(promise, what.toString().strip());
        }
    }
}
