package org.counterpart.ledger;

import java.io.IOException;
import java.io.InputStream;

/// Verifies an export offline: no database, no network, no node, only the file and a key.
///
/// It reads the file once, keeps one line and the frontier in memory, and stops at the first thing
/// that is wrong.
///
/// @param key the log's public key from a source the verifier trusts, such as a node card compared
///     by phone; never from the export itself, where it would prove nothing
public record LedgerVerifier(LogKey key) {

    /// Verifies without a saved head. A tail that was cut at a checkpoint stays invisible, and the
    /// result says so.
    public Verification verify(InputStream export) throws IOException {
        return new VerificationRun(key, export, SavedHead.none()).run();
    }

    /// Verifies, and holds the log against a checkpoint kept from before: it must continue it.
    public Verification verify(InputStream export, SignedCheckpoint savedHead) throws IOException {
        if (!savedHead.key().equals(key)) {
            return new Verification.Broken(
                    LedgerRefusal.LEDGER_HEAD_FOREIGN, new Verification.Place.Between(0, 0), 0);
        }
        return new VerificationRun(key, export, SavedHead.of(savedHead.checkpoint())).run();
    }
}
