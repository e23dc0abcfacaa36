package org.counterpart.dossier;

import java.util.SortedSet;

/// What becomes of an envelope that arrives.
public sealed interface Placement {
    /// It has its place.
    record Taken(Placed placed) implements Placement {}

    /// It was there already.
    record Held() implements Placement {}

    /// Entries of its causal past are not here yet; ask for these.
    record Early(SortedSet<EntryId> missing) implements Placement {}

    record Refused(EnvelopeRefusal ground) implements Placement {}
}
