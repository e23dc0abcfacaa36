package org.counterpart.dossier;

/// What information may be used for; its author names one or more.
public enum Purpose {
    PREVENTION,
    INVESTIGATION,
    PROSECUTION,
    ASSET_RECOVERY,
    /// Customs and permit control, where no offence is alleged.
    ADMINISTRATIVE_CONTROL
}
