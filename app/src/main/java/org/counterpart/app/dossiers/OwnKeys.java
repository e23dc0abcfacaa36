package org.counterpart.app.dossiers;

import org.counterpart.dossier.NodeKeys;

/// This node's keys and its own newest card; the area that publishes the card says so.
public interface OwnKeys {
    /// Asked anew each time: sealing keys change every 30 days.
    NodeKeys now();
}
