package org.counterpart.dossier;

import java.util.List;
import java.util.Optional;

/// The placed entries that one node holds, to be asked; kept in a database or in memory.
public interface History {
    Optional<Placed> find(EntryId id);

    /// The entries of a dossier that change its members, in any order.
    List<Placed> membership(DossierId dossier);

    /// What this author wrote under this sequence: one entry, or none yet, or more from an author with two histories.
    List<Placed> written(DossierId dossier, NodeId author, long sequence);

    /// Whether this author is known to have used a sequence twice in this dossier.
    boolean hasTwoHistories(DossierId dossier, NodeId author);

    /// All that this author wrote under sequences that it used twice or more often, in any order; nothing of most.
    List<Placed> doubled(DossierId dossier, NodeId author);

    /// Why an envelope was refused earlier; a wrong signature need not be remembered, since it does not bind the identity.
    Optional<EnvelopeRefusal> refusal(EntryId id);
}
