package org.counterpart.app.exchange;

import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Writer;

/// Puts an audience together from those whom something concerns.
final class Audiences {
    private Audience all;

    Audiences(Audience first) {
        this.all = first;
    }

    Audiences with(NodeId node, DeskId desk) {
        all = all.with(node, desk);
        return this;
    }

    Audiences with(Audience others) {
        others.desks().forEach((node, desks) -> desks.forEach(desk -> with(node, desk)));
        return this;
    }

    /// The desk that wrote an entry, on the node that it wrote from.
    Audiences withAuthorOf(HeldEntry entry) {
        return entry.content().writer() instanceof Writer.Desk(var desk, _)
                ? with(entry.line().placed().author(), desk)
                : this;
    }

    Audience together() {
        return all;
    }
}
