package org.counterpart.dossier;

/// What a holder wants to do with an entry.
public enum Use {
    /// Show it to an officer of this node.
    READ,
    /// Seal it to a node or desk outside its audience, or quote it in another dossier.
    FORWARD,
    /// Put it before a court or into a formal request that serves as evidence.
    COURT,
    /// Write it to a file that leaves the node.
    EXPORT
}
