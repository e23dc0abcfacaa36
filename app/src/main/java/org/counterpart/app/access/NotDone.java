package org.counterpart.app.access;

/// How a controller says no: thrown at the web edge only, where the advice of `access.web` turns it into a status and
/// `{"code","sentence","next"}`. Use cases return their refusals as values.
public final class NotDone extends RuntimeException {
    private final transient Refusal refusal;

    public NotDone(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    /// Why.
    public Refusal refusal() {
        return refusal;
    }
}
