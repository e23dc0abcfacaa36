package org.counterpart.app.command;

/// What this command says beyond what the verifier of the library found.
enum LedgerRemark {
    /// The card is not signed by the key that it names, or the key is one that must not be trusted.
    LEDGER_CARD_NOT_GENUINE,
    /// An entry stands twice among the contents that were brought.
    LEDGER_CONTENT_TWICE,
    /// An entry among the contents is of another dossier than the one that the file names.
    LEDGER_CONTENT_OF_ANOTHER_DOSSIER,
    /// The contents that were brought hold something that this version does not know.
    LEDGER_CONTENT_UNKNOWN,
    /// That the card is the node's own is taken from whoever brought the card.
    LEDGER_CARD_AS_BROUGHT,
    /// Whether what was erased was erased by law.
    LEDGER_ERASURES_UNJUDGED,
    /// Whether what the node wrote is true, and all.
    LEDGER_TRUTH_UNPROVEN
}
