package org.counterpart.dossier;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Whom a condition of handling lets read: whoever the audience names, or these desks only.
public sealed interface Recipients {
    record WholeAudience() implements Recipients {}

    record Only(Set<DeskId> desks) implements Recipients {
        public Only {
            desks = Collections.unmodifiableSortedSet(new TreeSet<>(desks));
        }
    }

    default boolean include(DeskId desk) {
        return switch (this) {
            case WholeAudience() -> true;
            case Only(var desks) -> desks.contains(desk);
        };
    }

    /// Those whom both let read.
    default Recipients and(Recipients other) {
        if (this instanceof Only(var mine) && other instanceof Only(var theirs)) {
            var both = new TreeSet<>(mine);
            both.retainAll(theirs);
            return new Only(both);
        }
        return this instanceof Only ? this : other;
    }
}
