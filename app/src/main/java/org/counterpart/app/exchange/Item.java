package org.counterpart.app.exchange;

import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that concerns a desk of this node: what, where it stands, and until when it is due.
///
/// @param to the desk that was asked, of a request and of a permission that this desk asks for
/// @param open an act is still owed, by this desk or to it
/// @param news entries that the desk has to see before it is settled, such as the answers to its question
public record Item(
        EntryId entry,
        DeskId desk,
        DossierId dossier,
        ItemKind kind,
        String state,
        NodeId from,
        Optional<DeskId> to,
        Optional<Instant> dueAt,
        Instant sentAt,
        boolean open,
        List<EntryId> news) {
    public Item {
        news = List.copyOf(news);
    }

    /// Whether its time is over and it is still open.
    public boolean isOverdue(Instant now) {
        return dueAt.filter(now::isAfter).isPresent();
    }
}
