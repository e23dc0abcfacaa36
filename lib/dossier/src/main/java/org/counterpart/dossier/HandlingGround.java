package org.counterpart.dossier;

/// Why a holder may not do what it wants with an entry, and whether the originator can be asked for it.
public enum HandlingGround {
    /// The originator took it back.
    RECALLED(false),
    /// It was derived from what its originator took back.
    RESTS_ON_RECALLED(false),
    EXPIRED(false),
    /// Wanted for a purpose that the author did not name.
    PURPOSE_NOT_PERMITTED(true),
    /// H3: the officer has not confirmed that the restriction was understood.
    CONDITION_NOT_UNDERSTOOD(false),
    /// H3: only named desks may read.
    NOT_A_NAMED_RECIPIENT(true),
    /// H1: not in judicial proceedings without the provider's permission.
    H1_NEEDS_PERMISSION(true),
    /// H2: not to be passed on without the provider's permission.
    H2_NEEDS_PERMISSION(true),
    /// The TLP label does not reach that far.
    TLP_TOO_STRICT(true);

    private final boolean originatorMayRelease;

    HandlingGround(boolean originatorMayRelease) {
        this.originatorMayRelease = originatorMayRelease;
    }

    /// Whether a permission request to the originator is the next step.
    public boolean originatorMayRelease() {
        return originatorMayRelease;
    }

    /// The stable code, as in the table of refusals.
    public String code() {
        return "HANDLING_" + name();
    }
}
