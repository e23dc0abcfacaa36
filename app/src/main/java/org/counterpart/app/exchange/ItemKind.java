package org.counterpart.app.exchange;

/// What an item of the inbox is, from the desk's side, and when it is settled: then it waits no more and is still found.
public enum ItemKind {
    /// A question to this desk; settled once it is answered in full, refused or withdrawn.
    REQUEST_TO_US,
    /// A question of this desk; settled once it is over and whatever was said to it was seen.
    REQUEST_BY_US,
    /// Told without having been asked; settled once it was seen.
    INFORMATION,
    /// This desk was brought into a dossier; settled once it was seen.
    BROUGHT_IN,
    /// Another desk asks for what our codes forbid; settled once it is decided.
    PERMISSION_ASKED,
    /// This desk asks for what others' codes forbid; gone once it is decided, for the decision is an item of its own.
    PERMISSION_BY_US,
    /// What became of a permission that this desk asked for: granted or refused; settled once it was seen.
    PERMISSION_DECIDED,
    /// An originator takes back what this desk holds; settled once it is answered.
    RECALL_TO_ANSWER
}
