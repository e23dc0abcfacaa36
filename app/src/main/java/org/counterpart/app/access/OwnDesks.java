package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;

import java.util.Optional;

/// What this area must know about desks to give an officer one. `directory`, which keeps them, implements it; the
/// arrow points from there to here.
public interface OwnDesks {
    /// The desk of this node that is called so, by its handle such as `vn/customs-intelligence` or by its id.
    Optional<DeskId> named(String handleOrId);
}
