package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;

import java.util.Set;

/// The desks between which something was said. Nobody wrote it as a desk when a node did, such as a membership entry.
/// For what is addressed to a whole node, hand in the desks of this node that take part in its dossier.
public record Parties(Set<DeskId> authors, Set<DeskId> addressed) {
    public Parties {
        authors = Set.copyOf(authors);
        addressed = Set.copyOf(addressed);
    }

    /// Written by one desk.
    public static Parties of(DeskId author, Set<DeskId> addressed) {
        return new Parties(Set.of(author), addressed);
    }
}
