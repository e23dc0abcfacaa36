package org.counterpart.app.node;

import java.time.Duration;

/// What was decided about one node, read once at start; a value that exists is valid.
public record Settings(
        NodeName node,
        NodeFolder folder,
        StateCode state,
        Mode mode,
        Listeners listeners,
        Duration clockOffset) {}
