package org.counterpart.app.dossiers;

/// Why the vault does not write or show what is asked.
public enum VaultRefusal {
    /// More than H0 is to be sealed for a node whose fingerprint nobody compared by telephone.
    NODE_NOT_PHONED,
    /// No peering is in force with a node that is to take part.
    NODE_NOT_A_PEER,
    /// The start of an identity fits more than one entry.
    NOT_UNIQUE;

    /// The stable code.
    public String code() {
        return "VAULT_" + name();
    }
}
