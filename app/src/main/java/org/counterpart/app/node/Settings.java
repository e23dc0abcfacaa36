package org.counterpart.app.node;

import java.time.Duration;

/// What was decided about one node, read once at start; a value that exists is valid.
///
/// @param escalation whom other nodes' operators telephone: an office and its number, never a person
public record Settings(
        NodeName node,
        NodeFolder folder,
        StateCode state,
        Mode mode,
        Listeners listeners,
        String escalation,
        Duration clockOffset) {}
