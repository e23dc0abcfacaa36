package org.counterpart.app.access;

/// Why an officer, or somebody who claims to be one, is not let through.
public enum AccessGround implements Refusal {
    // Who is it?
    TOKEN_MISSING(Kind.NOT_SIGNED_IN),
    TOKEN_UNKNOWN(Kind.NOT_SIGNED_IN),
    TOKEN_REVOKED(Kind.NOT_SIGNED_IN),
    TOO_MANY_UNKNOWN_TOKENS(Kind.TOO_MANY),

    // May this officer?
    /// Operators keep the node; they have no door to content.
    OPERATOR_SEES_NO_CONTENT(Kind.NOT_ALLOWED),
    OVERSIGHT_SEES_NO_CONTENT(Kind.NOT_ALLOWED),
    /// Only officers of a desk ask, answer or read.
    NEEDS_A_DESK(Kind.NOT_ALLOWED),
    /// The desk may, but another of its roles.
    NOT_THIS_ROLE(Kind.NOT_ALLOWED),
    /// Neither written by nor addressed to the officer's desk.
    NOT_YOUR_DESK(Kind.NOT_ALLOWED),
    /// Only who was asked answers or refuses.
    NOT_ASKED_OF_YOUR_DESK(Kind.NOT_ALLOWED),
    /// Only who wrote it takes it back or releases it.
    NOT_WRITTEN_BY_YOUR_DESK(Kind.NOT_ALLOWED),
    /// Nobody gives himself another role.
    OWN_POST(Kind.NOT_ALLOWED),

    // Adding, revoking and changing officers.
    NAME_MALFORMED(Kind.BAD_INPUT),
    LABEL_MALFORMED(Kind.BAD_INPUT),
    ROLE_UNKNOWN(Kind.BAD_INPUT),
    DESK_MISSING(Kind.BAD_INPUT),
    DESK_NOT_WANTED(Kind.BAD_INPUT),
    /// No desk of this node is called that.
    DESK_NOT_OURS(Kind.UNKNOWN),
    NAME_TAKEN(Kind.CONFLICT),
    OFFICER_UNKNOWN(Kind.UNKNOWN),
    OFFICER_REVOKED(Kind.CONFLICT),
    /// The officer has this post already.
    POST_UNCHANGED(Kind.CONFLICT),
    /// Without an operator nobody could add one.
    LAST_OPERATOR(Kind.CONFLICT);

    private final Kind kind;

    AccessGround(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "ACCESS_" + name();
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
