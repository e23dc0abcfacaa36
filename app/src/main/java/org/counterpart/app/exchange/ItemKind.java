package org.counterpart.app.exchange;

import java.util.Arrays;
import java.util.List;

/// What an item of the inbox is, from the desk's side, and when it is gone from there.
public enum ItemKind {
    /// A question to this desk.
    REQUEST_TO_US,
    /// A question of this desk.
    REQUEST_BY_US,
    /// Told without having been asked.
    INFORMATION,
    /// This desk was brought into a dossier; gone once it was seen.
    BROUGHT_IN,
    /// Another desk asks for what our codes forbid; gone once it is decided.
    PERMISSION_ASKED,
    /// This desk asks for what others' codes forbid; gone once it is decided.
    PERMISSION_BY_US,
    /// What became of a permission that this desk asked for: granted or refused; gone once it was seen.
    PERMISSION_DECIDED,
    /// An originator takes back what this desk holds; gone once it is answered.
    RECALL_TO_ANSWER;

    /// Whether it asks for nothing but to be seen.
    boolean goesWhenSeen() {
        return this == BROUGHT_IN || this == PERMISSION_DECIDED;
    }

    /// The names of those that ask for nothing but to be seen.
    static List<String> goingWhenSeen() {
        return Arrays.stream(values()).filter(ItemKind::goesWhenSeen).map(ItemKind::name).toList();
    }
}
