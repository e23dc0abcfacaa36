package org.counterpart.app.exchange;

/// What an item of the inbox is, from the desk's side.
public enum ItemKind {
    /// A question to this desk.
    REQUEST_TO_US,
    /// A question of this desk.
    REQUEST_BY_US,
    /// Told without having been asked.
    INFORMATION,
    /// Another desk asks for what our codes forbid.
    PERMISSION_ASKED,
    /// An originator takes back what this desk holds.
    RECALL_TO_ANSWER
}
