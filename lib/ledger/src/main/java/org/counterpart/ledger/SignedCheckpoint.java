package org.counterpart.ledger;

/// A checkpoint whose signature was checked, or made here, with one trusted key.
///
/// There is no other way to get one, so no code has to ask whether it was verified.
public final class SignedCheckpoint {
    private final Checkpoint checkpoint;
    private final LogKey key;
    private final SignedNote note;

    SignedCheckpoint(Checkpoint checkpoint, LogKey key, SignedNote note) {
        this.checkpoint = checkpoint;
        this.key = key;
        this.note = note;
    }

    /// What comes of reading a note with a trusted key, [LogKey#open].
    public sealed interface Opening {
        /// The note is a checkpoint of the key's log, signed by the key.
        record Opened(SignedCheckpoint checkpoint) implements Opening {}

        /// It is not, for this reason.
        record Refused(LedgerRefusal reason) implements Opening {}
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// The key that it was checked with.
    public LogKey key() {
        return key;
    }

    /// The signed note (C2SP), with every signature line it came with; what to store and to send.
    public byte[] note() {
        return note.bytes();
    }
}
