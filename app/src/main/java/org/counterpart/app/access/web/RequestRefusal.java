package org.counterpart.app.access.web;

import org.counterpart.app.access.Refusal;

/// Why a request never reached a use case: it cannot be read, or there is no such door.
enum RequestRefusal implements Refusal {
    MALFORMED(Kind.BAD_INPUT),
    NO_SUCH_DOOR(Kind.UNKNOWN),
    WRONG_METHOD(Kind.BAD_INPUT),
    NOT_JSON(Kind.BAD_INPUT),
    /// Nobody's decision: the node failed, and its log says how.
    NODE_FAILED(Kind.CONFLICT);

    private final Kind kind;

    RequestRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "REQUEST_" + name();
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
