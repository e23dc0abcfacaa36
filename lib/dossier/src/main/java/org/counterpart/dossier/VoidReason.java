package org.counterpart.dossier;

/// Why an entry is kept and shown but counts for nothing.
public enum VoidReason {
    /// The author used one sequence for two entries; both are void and every member shows it.
    TWO_HISTORIES,
    /// Above the last number that the removal of its author names.
    WRITTEN_AFTER_REMOVAL,
    /// Its author was brought in by an entry that was itself written after the removal of its author.
    AUTHOR_NOT_ADMITTED,
    /// The sealed part does not open with the key that came with it.
    DOES_NOT_OPEN,
    /// What was sealed is not what the envelope commits to.
    COMMITMENT_BROKEN,
    /// Opened, but not of the form of a sealed part.
    CONTENT_MALFORMED,
    /// It was sealed to a node that its audience does not name, or its author is not in its own audience.
    WRONG_AUDIENCE,
    /// It breaks a rule of its type.
    BREAKS_ITS_TYPE;

    /// The code on the wire.
    public String code() {
        return "ENTRY_" + name();
    }
}
