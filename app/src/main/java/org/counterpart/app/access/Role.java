package org.counterpart.app.access;

import java.util.Arrays;
import java.util.Optional;

/// What an officer is on this node; the code goes on the wire and into the ledger. What each may do: [Deed].
public enum Role {
    /// Asks, answers and refuses for the desk, day and night.
    DUTY_OFFICER("duty-officer", true),
    /// Leads the desk: also decides who takes part and what is released.
    SUPERVISOR("supervisor", true),
    /// Leads the case where the law gives it to a prosecutor.
    PROSECUTOR("prosecutor", true),
    /// Sends and receives mutual legal assistance, UNTOC art. 18(13).
    CENTRAL_AUTHORITY("central-authority", true),
    /// Reads what the desk holds; does not speak for it.
    ANALYST("analyst", true),
    /// Checks what was done from the ledger; sees no content.
    OVERSIGHT("oversight", false),
    /// Keeps the node running; sees no content.
    OPERATOR("operator", false);

    private final String code;
    private final boolean ofDesk;

    Role(String code, boolean ofDesk) {
        this.code = code;
        this.ofDesk = ofDesk;
    }

    /// The code on the wire.
    public String code() {
        return code;
    }

    /// Whether who has it serves one desk; else it is a role of the node as a whole.
    public boolean ofDesk() {
        return ofDesk;
    }

    /// The role of that code.
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return code;
    }
}
