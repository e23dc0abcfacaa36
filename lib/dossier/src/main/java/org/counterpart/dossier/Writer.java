package org.counterpart.dossier;

/// On whose behalf a node wrote: a desk in a role, or the node itself.
public sealed interface Writer {
    /// A desk, by whoever was on duty.
    ///
    /// @param role a code such as `duty-officer`, never a person's name
    record Desk(DeskId desk, String role) implements Writer {}

    /// What no officer decides, such as a disputed time.
    record Node() implements Writer {}
}
