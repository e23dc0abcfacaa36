package org.counterpart.replication;

/// Why this node cannot write an entry.
public enum AppendRefusal {
    /// The dossier is not held here.
    DOSSIER_UNKNOWN,
    /// A node of the audience is not a member of the dossier.
    AUDIENCE_NOT_A_MEMBER,
    /// The node to be put out never belonged to the dossier, as far as is held here: it could not be told that it is out.
    NEVER_A_MEMBER,
    /// The author's own node must be in the audience, or nobody could show what was said.
    AUTHOR_NOT_IN_AUDIENCE,
    /// What is to be forwarded or released is not held here, or no longer.
    ENTRY_NOT_HELD,
    /// A forward must be told to the originator of what it forwards, so that a recall finds every holder.
    ORIGINATOR_NOT_TOLD,
    /// Whom an entry is given to must be in the audience of what gives it: it takes the entry on that word.
    RECIPIENT_NOT_TOLD,
    /// It speaks of entries that more members wrote at the same time than one entry can name as its parents.
    TOO_MUCH_AT_ONCE,
    /// The payload is not what its type prescribes; its readers would find it void.
    CONTENT_BREAKS_ITS_TYPE,
    /// The sealed part is larger than an entry may be.
    CONTENT_TOO_LARGE;

    /// The stable code.
    public String code() {
        return "APPEND_" + name();
    }
}
