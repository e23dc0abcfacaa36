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

    /// Rare branches of the machine, by what honest nodes said and held.
    PUT_OFF,
    CARRIED_FOR_ANOTHER,
    JOINED_ON_A_PROMISE,
    VOUCHED_FOR,
    SEALED_ANEW,
    FELL_SILENT,

    /// What is found in the dossiers at the end.
    ADDED,
    REMOVED,
    LEFT,
    CARD_RENEWED,
    VOID_TWO_HISTORIES,
    VOID_AFTER_REMOVAL,
    VOID_NOT_ADMITTED,
    RECALLED,
    RESTS_ON_RECALLED,
    CORRECTED,
    ERASED,
    PERMISSION_ASKED,
    GRANTED,
    PERMISSION_REFUSED,
    CONSENTED,
    CONSENT_WITHDRAWN,
    TIME_DISPUTED,
    FOUND_VOID,
    FORWARDED_ON,
    RECALL_ANSWERED,

    /// The rows of the table of acts at the same time.
    ADDED_BESIDE_REMOVAL,
    REMOVED_TWICE,
    REMOVED_EACH_OTHER,
    REMOVAL_OVERRULED,
    FORWARDED_BESIDE_RECALL,
    CONSENT_BESIDE_WITHDRAWAL,
    RELEASED_BESIDE_REFUSAL,
    RELEASED_AFTER_REFUSAL,
    VOID_BREAKS_ITS_TYPE
}
