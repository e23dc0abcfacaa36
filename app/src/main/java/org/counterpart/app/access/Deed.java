package org.counterpart.app.access;

import static org.counterpart.app.access.Role.ANALYST;
import static org.counterpart.app.access.Role.CENTRAL_AUTHORITY;
import static org.counterpart.app.access.Role.DUTY_OFFICER;
import static org.counterpart.app.access.Role.OPERATOR;
import static org.counterpart.app.access.Role.OVERSIGHT;
import static org.counterpart.app.access.Role.PROSECUTOR;
import static org.counterpart.app.access.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The table of who may do what; one row per deed, with the reason where it is not plain.
/// Speaking for the desk tightens or adds and is for whoever is on duty. Loosening (who takes part, what is released)
/// is for who answers for the desk. What concerns the node is for its operators, and never touches content.
public enum Deed {
    ASK(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    ANSWER(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    REFUSE(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    READ(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY, ANALYST),
    SEE_INBOX(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY, ANALYST),
    /// Taking back must not wait for a superior.
    RECALL(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    ANSWER_RECALL(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    FORWARD(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    /// It speaks for the desk before others, so it is not for who only reads.
    USE_IN_COURT(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    ASK_RELEASE(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    /// It lifts a restriction, so it is not for who happens to be on duty.
    RELEASE(Touches.CONTENT, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),
    SEE_MEMBERS(Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY, ANALYST),
    /// Who may read may bring what was read to a verifier; the handling of each entry says what may leave.
    EXPORT_CONTENTS(
            Touches.CONTENT, DUTY_OFFICER, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY, ANALYST),
    MANAGE_MEMBERS(Touches.CONTENT, SUPERVISOR, PROSECUTOR, CENTRAL_AUTHORITY),

    SEE_DESKS(
            Touches.NODE,
            DUTY_OFFICER,
            SUPERVISOR,
            PROSECUTOR,
            CENTRAL_AUTHORITY,
            ANALYST,
            OVERSIGHT,
            OPERATOR),
    MANAGE_DESKS(Touches.NODE, OPERATOR),
    SEE_OFFICERS(Touches.NODE, SUPERVISOR, OVERSIGHT, OPERATOR),
    MANAGE_OFFICERS(Touches.NODE, OPERATOR),
    SEE_PEERS(Touches.NODE, SUPERVISOR, OVERSIGHT, OPERATOR),
    MANAGE_PEERS(Touches.NODE, OPERATOR),
    /// Hashes and codes only; content is bound by its salted hash and not in it.
    EXPORT_LEDGER(Touches.NODE, OVERSIGHT, OPERATOR);

    private final Touches touches;

    @SuppressWarnings(
            "ImmutableEnumChecker") // An unmodifiable copy; the checker knows only Guava's types.
    private final Set<Role> roles;

    Deed(Touches touches, Role first, Role... others) {
        this.touches = touches;
        this.roles = Set.copyOf(EnumSet.of(first, others));
    }

    /// The code in the ledger.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean touchesContent() {
        return touches == Touches.CONTENT;
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }

    /// Of what the deed is about.
    private enum Touches {
        CONTENT,
        NODE
    }
}
