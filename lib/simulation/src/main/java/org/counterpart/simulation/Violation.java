package org.counterpart.simulation;

/// A promise of the protocol is broken: the run ends here.
public final class Violation extends RuntimeException {
    private final String invariant;

    Violation(String invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    Violation(String invariant, RuntimeException cause) {
        super(invariant + ": " + cause, cause);
        this.invariant = invariant;
    }

    /// Which promise.
    public String invariant() {
        return invariant;
    }
}
