package org.counterpart.app.access;

/// Why an officer is let through; pages show it, so it has a sentence like a refusal, but no next step.
public enum AccessReason {
    WRITTEN_BY_YOUR_DESK,
    ADDRESSED_TO_YOUR_DESK,
    YOUR_DESK_TAKES_PART,
    YOUR_ROLE_MAY;

    /// The key of the sentence.
    public String key() {
        return "ACCESS_BECAUSE_" + name();
    }
}
