package org.counterpart.ledger;

/// Why a note or an export is not believed. The names are stable: they go on the wire and to the
/// registry that holds a sentence and a next step for each.
public enum LedgerRefusal {
    // A note, wherever it comes from.
    /// The bytes are not a signed note (C2SP signed-note, "Format").
    LEDGER_NOTE_MALFORMED,
    /// The trusted key did not sign: another key did, or the log's name was changed.
    LEDGER_KEY_UNKNOWN,
    /// A signature that claims to be the trusted key's is not: the text or the signature is forged.
    LEDGER_SIGNATURE_WRONG,
    /// The trusted key signed a text that is not a checkpoint.
    LEDGER_CHECKPOINT_MALFORMED,
    /// The trusted key signed a checkpoint of another log.
    LEDGER_CHECKPOINT_FOREIGN,

    // The export as a file.
    /// The first line is not the one of an export of this version.
    LEDGER_HEADER_MALFORMED,
    /// The export says it is of another log than the trusted key's.
    LEDGER_EXPORT_FOREIGN,
    /// A line is not of the format.
    LEDGER_LINE_MALFORMED,
    /// A line is longer than any lawful line.
    LEDGER_LINE_TOO_LONG,
    /// The last line has no newline: the file was cut within a line.
    LEDGER_LINE_UNFINISHED,
    /// The file stops before its `end` line.
    LEDGER_END_MISSING,
    /// The `end` line counts other leaves than the file holds.
    LEDGER_END_MISCOUNTED,
    /// Something follows the `end` line.
    LEDGER_END_OVERRUN,

    // Leaves and content.
    /// Number, salt or act of a leaf are not those that its hash was made of.
    LEDGER_LEAF_EDITED,
    /// A leaf is not in the file.
    LEDGER_LEAF_MISSING,
    /// A number comes a second time: a leaf was inserted or doubled.
    LEDGER_LEAF_REPEATED,
    /// A leaf stands later in the file than its number says.
    LEDGER_LEAF_OUT_OF_ORDER,
    /// The leaf is genuine, but what the node hashed is not the canonical text of an act.
    LEDGER_ACT_MALFORMED,
    /// The content is not the one whose salted hash is in the leaf.
    LEDGER_CONTENT_EDITED,
    /// Content stands where no leaf covers one.
    LEDGER_CONTENT_UNEXPECTED,

    // Checkpoints within the export.
    /// Leaves between two checkpoints are not those that were signed, though they fit their hashes.
    LEDGER_TREE_REWRITTEN,
    /// A checkpoint has a smaller size, epoch or time than the one before, or repeats it.
    LEDGER_CHECKPOINT_GOES_BACK,
    /// A checkpoint does not stand right after the last leaf that it signs.
    LEDGER_CHECKPOINT_MISPLACED,
    /// No checkpoint signs the last leaves of the file.
    LEDGER_LEAVES_UNSIGNED,

    // The head that the verifier kept from before.
    /// The saved head was checked with another key than this export.
    LEDGER_HEAD_FOREIGN,
    /// The node signed two histories: export and saved head both carry its signature and disagree.
    LEDGER_HEAD_CONTRADICTED,
    /// The export ends before the saved head: its tail was cut.
    LEDGER_TAIL_CUT,
    /// The saved head is of an epoch before a restore, and leaves that it signed are gone.
    LEDGER_LOST_IN_RESTORE
}
