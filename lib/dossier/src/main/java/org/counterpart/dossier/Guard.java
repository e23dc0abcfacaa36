package org.counterpart.dossier;

/// A check on which the promises of the protocol rest, by name, so that the simulation can take out one at a time
/// and show that it notices. A node always runs with all of them ([Guards#ALL]).
public enum Guard {
    /// What permits counts only if it has seen all that forbids.
    STRICTER_WINS,
    AUTHOR_IS_A_MEMBER,
    SIGNED_BY_ITS_AUTHOR,
    FOLLOWS_ITS_AUTHORS_PREVIOUS,
    ONLY_STEWARDS_CHANGE_MEMBERS,
    /// Nothing counts that its author wrote above the last number of its removal.
    REMOVAL_CUTS_OFF,
    /// Whom the opener put out removes nobody by what that removal had not seen.
    OPENERS_WORD_STANDS,
    /// An entry under a sequence used twice is void.
    ONE_HISTORY_EACH,
    /// A recipient compares what it opened with the commitment of the envelope.
    COMMITMENT_MATCHES,
    /// A batch is for the node that it names.
    BATCH_IS_FOR_US,
    /// A parcel goes to its recipient or to a member who carries it sealed.
    PARCELS_STAY_IN_THE_AUDIENCE,
    /// Whoever was put out is told of its removal and of nothing after.
    ONLY_MEMBERS_ARE_SERVED,
    /// An envelope is taken once, however often it comes.
    TAKEN_ONCE,
    WRAP_IS_GENUINE,
    /// Who is not the author wraps only under a forward or a release.
    MAKER_IS_ALLOWED,
    RECEIPT_IS_GENUINE,
    /// A receipt goes out after the commit of what it is for.
    RECEIPT_AFTER_COMMIT,
    /// A parcel stays on the shelf until its recipient has signed for it.
    PARCEL_KEPT_UNTIL_RECEIPT,
    /// Receipts go to the audience of their entry and back along the way of the parcel, to nobody else.
    RECEIPTS_STAY_IN_THE_AUDIENCE
}
