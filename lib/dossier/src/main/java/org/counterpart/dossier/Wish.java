package org.counterpart.dossier;

import java.time.Instant;
import java.util.Set;

/// What a desk of a holder wants to do with an entry.
///
/// @param recipients to whom, when it is a [Use#FORWARD]; else nobody
/// @param purposes what for
/// @param conditionUnderstood the officer ticked that the restriction of H3 was read and understood
public record Wish(
        Use use,
        NodeId node,
        DeskId desk,
        Audience recipients,
        Set<Purpose> purposes,
        boolean conditionUnderstood,
        Instant now) {}
