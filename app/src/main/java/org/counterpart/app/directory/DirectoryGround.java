package org.counterpart.app.directory;

import org.counterpart.app.access.Refusal;

/// Why a desk is not written into the directory.
public enum DirectoryGround implements Refusal {
    STATE_UNKNOWN(Kind.BAD_INPUT),
    HANDLE_MALFORMED(Kind.BAD_INPUT),
    AUTHORITY_MALFORMED(Kind.BAD_INPUT),
    NAME_MALFORMED(Kind.BAD_INPUT),
    KIND_UNKNOWN(Kind.BAD_INPUT),
    LANGUAGES_MALFORMED(Kind.BAD_INPUT),
    /// Of an own desk; what a peer says of its desks may be newer than what is known here.
    LANGUAGE_UNKNOWN(Kind.BAD_INPUT),
    TIME_ZONE_UNKNOWN(Kind.BAD_INPUT),
    /// What a peer says of its desks is not of the form.
    NOT_UNDERSTOOD(Kind.BAD_INPUT),
    /// Another desk of the same node and state is called so.
    HANDLE_TAKEN(Kind.CONFLICT),
    /// Another node claims a desk of ours.
    DESK_IS_OURS(Kind.CONFLICT),
    /// Another node serves the desk, and did not say that it moved.
    DESK_SERVED_ELSEWHERE(Kind.CONFLICT);

    private final Kind kind;

    DirectoryGround(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "DIRECTORY_" + name();
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
