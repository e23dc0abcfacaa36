package org.counterpart.app.directory;

import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.NodeId;

/// A unit that can ask and be asked; it outlives its staff and may move to another node, so its id names neither.
public sealed interface Desk {
    DeskId id();

    /// The node that serves it.
    NodeId node();

    DeskProfile profile();

    /// What people call it, such as `vn/customs-intelligence`.
    default String handle() {
        return profile().handle();
    }

    /// A desk that this node serves.
    ///
    /// @param salt with which it was founded here (16 bytes, base64url)
    record Own(DeskId id, NodeId node, DeskProfile profile, String salt) implements Desk {}

    /// A desk that another node serves, as that node describes it.
    record Foreign(DeskId id, NodeId node, DeskProfile profile) implements Desk {}
}
