package org.counterpart.app.exchange;

import org.counterpart.app.access.Refusal;

/// Why a message does not leave the desk.
public enum SendingGround implements Refusal {
    /// UNTOC art. 18(15)(f): what the answer is wanted for.
    PURPOSE_MISSING(Kind.BAD_INPUT),
    WORDS_MISSING(Kind.BAD_INPUT),
    /// A refusal says what is open instead.
    ALTERNATIVE_MISSING(Kind.BAD_INPUT),
    /// Whoever brings in, puts out or asks for permission says why.
    REASON_MISSING(Kind.BAD_INPUT),
    /// What is kept under law names the court or authority.
    COURT_MISSING(Kind.BAD_INPUT),
    /// Told with the kinds that there are.
    SUBJECT_KIND_UNKNOWN(Kind.BAD_INPUT),
    /// The tag of the language in which it is written names none that is known.
    LANGUAGE_UNKNOWN(Kind.BAD_INPUT),
    /// Told with the part, and how many characters it may have.
    TEXT_TOO_LONG(Kind.BAD_INPUT),
    /// A shorter clock than a week binds the other desk, so it is told why.
    REASON_FOR_URGENCY_MISSING(Kind.BAD_INPUT),
    /// Whoever asserts something evaluates source and information; there is no default.
    GRADING_MISSING(Kind.BAD_INPUT),
    /// At least one permitted use is named.
    USE_MISSING(Kind.BAD_INPUT),
    /// The handling codes are chosen and never preset.
    HANDLING_MISSING(Kind.BAD_INPUT),
    H0_NOT_ALONE(Kind.BAD_INPUT),
    RESTRICTION_MISSING(Kind.BAD_INPUT),
    CONDITION_WITHOUT_H3(Kind.BAD_INPUT),
    TLP_TOO_WIDE(Kind.BAD_INPUT),
    /// What is derived carries every restriction of its sources.
    WEAKER_THAN_ITS_SOURCES(Kind.BAD_INPUT),
    /// What was taken back, or rests on what was, supports nothing new.
    SOURCE_RECALLED(Kind.CONFLICT),
    /// With all that its sources rest on, it would name more than an entry may.
    TOO_MANY_SOURCES(Kind.BAD_INPUT),
    /// A restriction, a permission or a reason to keep that is over before it begins says nothing.
    DAY_IS_PAST(Kind.BAD_INPUT),
    /// It rests on an entry whose originator has not released it for that.
    SOURCE_NOT_RELEASED(Kind.CONFLICT),
    NO_ADDRESSEE(Kind.BAD_INPUT),
    DESK_UNKNOWN(Kind.UNKNOWN),
    /// The desk is known, but one of the two nodes has withdrawn the peering.
    PEERING_WITHDRAWN(Kind.CONFLICT),
    /// The desk is one of this node; desks of one node talk without a dossier.
    DESK_IS_OURS(Kind.BAD_INPUT),
    ENTRY_UNKNOWN(Kind.UNKNOWN),
    DOSSIER_UNKNOWN(Kind.UNKNOWN),
    /// Fewer digits than name one thing among all that a node comes to hold.
    TOO_FEW_DIGITS(Kind.BAD_INPUT),
    /// It is no question, or not the kind of entry that this is done to.
    NOT_SUCH_AN_ENTRY(Kind.BAD_INPUT),
    /// The request was answered in full, refused or withdrawn.
    REQUEST_CLOSED(Kind.CONFLICT),
    /// Only the originator takes back, and only once.
    ALREADY_RECALLED(Kind.CONFLICT),
    /// What became of the copy was said already.
    RECALL_ANSWERED(Kind.CONFLICT),
    /// The entry that was taken back is named instead of what took it back; told with the recalls that are meant.
    RECALL_IS_MEANT(Kind.BAD_INPUT),
    /// The entry is no recall, and was not taken back.
    NOT_A_RECALL(Kind.BAD_INPUT),
    /// The permission was granted or refused already.
    PERMISSION_DECIDED(Kind.CONFLICT),
    /// Nothing is released to a node that was put out of the dossier since it asked.
    ASKER_IS_OUT(Kind.CONFLICT),
    /// A permission names recipients that it may not: others than the asking desk, where it is not to forward; a node without a
    /// desk; or a desk under a node that does not serve it.
    RECIPIENTS_NOT_ALLOWED(Kind.CONFLICT),
    /// A node stands in the audience under the name of a desk that another node serves.
    DESK_NOT_OF_NODE(Kind.CONFLICT),
    /// Permission is given by the desk that wrote the entry; told with the node that did.
    NOT_ITS_AUTHOR(Kind.BAD_INPUT),
    /// The node of the desk takes part already.
    ALREADY_A_MEMBER(Kind.CONFLICT),
    /// The node never took part.
    NOT_A_MEMBER(Kind.CONFLICT),
    /// The node was put out already, or left.
    ALREADY_OUT(Kind.CONFLICT),
    /// No member node, or more than one, is called that.
    NODE_UNKNOWN(Kind.UNKNOWN),
    /// Whoever leaves as the last that brings nodes in leaves a dossier that nobody can bring anybody into.
    ONLY_STEWARD(Kind.CONFLICT),
    /// This node was put out of the dossier: it sees what it held, and says nothing more in it.
    NO_LONGER_A_MEMBER(Kind.CONFLICT);

    private final Kind kind;

    SendingGround(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "EXCHANGE_" + name();
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
