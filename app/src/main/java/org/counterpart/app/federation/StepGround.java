package org.counterpart.app.federation;

/// Why the way to a peer ends although its node answers.
public enum StepGround {
    /// Its operator was not given our card.
    THEY_LACK_OUR_CARD,
    WE_HAVE_NOT_ACCEPTED,
    THEY_HAVE_NOT_ACCEPTED,
    CLOCKS_DIFFER;

    /// The stable code.
    public String code() {
        return "FEDERATION_" + name();
    }
}
