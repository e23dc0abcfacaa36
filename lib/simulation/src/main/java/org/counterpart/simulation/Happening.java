package org.counterpart.simulation;

/// Faults and rare branches that the runs must reach: one that never happens is one that is not tested.
public enum Happening {
    DROP,
    DUPLICATE,
    DELAY,
    REORDER,
    PARTITION,
    CORRUPT,
    TRUNCATE,
    CRASH,
    CLOCK_JUMP,
    PEERING_WITHDRAWN,
    PEERING_RENEWED,
    OLD_KEY_DESTROYED,
    TAMPERED_REFUSED_BY_READER,
    TAMPERED_REACHED_THE_MACHINE,
    RUBBISH_BYTES,

    /// What corrupt nodes do; the refusals are counted when they are seen and reported.
    WITHHELD,
    REPLAYED,
    SECOND_HISTORY,
    ANSWERS_ITS_REMOVAL,
    REFUSED_FORGED_NAME,
    REFUSED_GAP,
    REFUSED_FALSE_CONTENT,
    REFUSED_ADDRESS,
    REFUSED_ALTERED_PARCEL,
    REFUSED_MAKER,
    REFUSED_RECEIPT,

    /// What is found in the dossiers at the end.
    ADDED,
    REMOVED,
    LEFT,
    CARD_RENEWED,
    VOID_TWO_HISTORIES,
    VOID_AFTER_REMOVAL,
    VOID_NOT_ADMITTED,
    REMOVAL_OVERRULED,
    RECALLED,
    RESTS_ON_RECALLED,
    CORRECTED,
    ERASED,
    GRANTED,
    PERMISSION_REFUSED,
    CONSENTED,
    CONSENT_WITHDRAWN,
    TIME_DISPUTED,
    FOUND_VOID,
    FORWARDED_ON
}
