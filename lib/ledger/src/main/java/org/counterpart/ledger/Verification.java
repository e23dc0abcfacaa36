package org.counterpart.ledger;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What an offline verifier can say about an export, given one trusted key.
public sealed interface Verification {

    /// Every leaf of the file is what the node signed.
    ///
    /// @param leaves number of leaves, erased ones included
    /// @param erased how many of them are erased: proven to have been there, no longer readable
    /// @param contents how many contents came along and fit the hash in their leaf
    /// @param checkpoints number of checkpoints, all of them genuine and in agreement
    /// @param head the last of them; keep its note, the next verification can be held against it
    /// @param limits what this result does not prove
    record Intact(
            long leaves,
            long erased,
            long contents,
            long checkpoints,
            SignedCheckpoint head,
            Set<Limit> limits)
            implements Verification {
        public Intact {
            limits = Collections.unmodifiableSet(new TreeSet<>(limits));
        }
    }

    /// The export is not what the node signed, and this is the first place where it shows.
    ///
    /// @param place where; when the file itself is damaged, the next leaf that was to come
    /// @param line the line of the file at which it was noticed, counted from 1; 0 when none was read
    record Broken(LedgerRefusal code, Place place, long line) implements Verification {}

    /// As near as the hashes and signatures allow to say where.
    sealed interface Place {
        /// This leaf, counted from 0.
        record AtLeaf(long number) implements Place {}

        /// One or more of the leaves `fromSize` up to, not including, `toSize`: those that a log of
        /// `toSize` leaves has and a log of `fromSize` leaves has not.
        record Between(long fromSize, long toSize) implements Place {}
    }

    /// What an intact export still leaves open.
    enum Limit {
        /// No saved head was given: if the tail of the log was cut at a checkpoint, nobody can see.
        LEDGER_TAIL_UNPROVEN,
        /// The log is whole up to the saved head; if a tail after it was cut, nobody can see.
        LEDGER_TAIL_PROVEN_TO_HEAD,
        /// The node was restored at least once; what was lost shows only against a head from before.
        LEDGER_EPOCH_CHANGED
    }
}
