package org.counterpart.dossier;

/// An entry that was read and is not void, with what it does.
record Spoken(Placed placed, Content content, Act act) {
    EntryId id() {
        return placed.id();
    }

    NodeId author() {
        return placed.author();
    }
}
