package org.counterpart.dossier;

/// Why an envelope has no place in its dossier. Each ground can be computed by every member from the envelope and
/// its causal past alone; were it otherwise, honest nodes would hold different dossiers.
public enum EnvelopeRefusal {
    /// The opening entry is not of the form of one.
    OPENING_MALFORMED,
    /// The dossier's identity does not follow from its opening entry.
    DOSSIER_ID_FORGED,
    /// An entry that is not the first opens, or the first does not.
    OPENING_MISPLACED,
    PARENTS_NOT_ASCENDING,
    PARENT_OF_ANOTHER_DOSSIER,
    PARENT_REFUSED,
    /// The sequence does not follow the author's previous entry, or that entry is not among the parents.
    SEQUENCE_BROKEN,
    AUTHOR_NOT_A_MEMBER,
    SIGNATURE_WRONG,
    SUITE_NOT_ADMITTED,
    CARD_NOT_GENUINE,
    /// A card of another node, or one that is not newer.
    CARD_NOT_A_RENEWAL,
    NOT_A_STEWARD,
    /// A removal whose `last` is not the highest sequence that its author had seen.
    LAST_NUMBER_WRONG,
    /// A dossier has room for a fixed number of member nodes.
    TOO_MANY_MEMBERS,
    /// Its author has added, removed and renewed as often as one may in a dossier.
    TOO_MANY_CHANGES;

    /// The code on the wire.
    public String code() {
        return "ENVELOPE_" + name();
    }
}
