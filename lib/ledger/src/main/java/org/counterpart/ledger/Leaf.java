package org.counterpart.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One act in the log, as a node stores it: with its salt and text, or with the hash alone.
///
/// These are rows, not proofs: hash and act of a stored leaf may disagree when somebody edited the
/// database, and an export must carry that disagreement to the verifier instead of hiding it.
public sealed interface Leaf {
    /// Place in the log, counted from 0.
    long number();

    /// The leaf hash, as it was when the leaf was numbered.
    Hash hash();

    /// A leaf whose act can still be read.
    ///
    /// @param act the canonical text of an [Act], as stored
    record Held(long number, Hash hash, Salt salt, String act) implements Leaf {
        /// Whether the hash is the one of this number, salt and text.
        public boolean isGenuine() {
            return hash.equals(Leaf.hash(number, salt, act));
        }
    }

    /// A leaf whose salt and act were destroyed by law. The hash stays and tells nothing.
    record Erased(long number, Hash hash) implements Leaf {}

    /// An act before it has a number: what commits together with whatever the act did.
    record Unnumbered(Salt salt, Act act) {
        /// The leaf, once the sequencer gave it a number.
        public Held numbered(long number) {
            String text = act.json();
            return new Held(number, Leaf.hash(number, salt, text), salt, text);
        }
    }

    /// SHA-256 over 0x00, the number (8 bytes, big-endian), the salt (32 bytes) and the text.
    static Hash hash(long number, Salt salt, String act) {
        byte[] text = act.getBytes(StandardCharsets.UTF_8);
        int length = Long.BYTES + Salt.BYTES + text.length;
        var data = ByteBuffer.allocate(length).putLong(number).put(salt.bytes()).put(text);
        return MerkleHashing.leaf(data.array());
    }
}
