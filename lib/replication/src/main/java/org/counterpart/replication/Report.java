package org.counterpart.replication;

import org.counterpart.dossier.NodeId;

/// Something that was refused or found wrong, without content: what, about what, and who brought it.
///
/// @param code from the table of refusals in the protocol
/// @param subject an entry or dossier id
public record Report(String code, NodeId broughtBy, String subject) {}
