package org.counterpart.app.dossiers;

import java.util.ArrayList;
import java.util.List;

/// The changes of the running transaction, in the order in which they were made.
final class Changes {
    private final List<Change> made = new ArrayList<>();

    void add(Change change) {
        made.add(change);
    }

    List<Change> made() {
        return List.copyOf(made);
    }
}
