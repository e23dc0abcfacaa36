package org.counterpart.app.directory;

import org.counterpart.app.access.OwnDesks;
import org.counterpart.dossier.DeskId;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Tells `access` which desk of this node is meant when an officer gets a post.
@Component
class DesksForOfficers implements OwnDesks {
    private final Desks desks;

    DesksForOfficers(Desks desks) {
        this.desks = desks;
    }

    @Override
    public Optional<DeskId> named(String handleOrId) {
        return desks.named(handleOrId).filter(Desk.Own.class::isInstance).map(Desk::id);
    }
}
