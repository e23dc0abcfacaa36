package org.counterpart.dossier;

import org.counterpart.ledger.Hash;
import org.counterpart.ledger.MerkleTree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Signs receipts, many at once under one signature.
public final class Receipting {
    private final Cryptography cryptography;

    public Receipting(Cryptography cryptography) {
        this.cryptography = cryptography;
    }

    /// A receipt that is owed: the entry was stored then.
    public record Owed(EntryId entry, Instant at) {}

    /// One receipt for each that is owed, in the same order.
    public List<Receipt> sign(List<Owed> owed, NodeKeys keys) {
        if (owed.isEmpty()) {
            return List.of();
        }
        List<Hash> leaves =
                owed.stream()
                        .map(receipt -> Receipt.leaf(keys.node(), receipt.entry(), receipt.at()))
                        .toList();
        var tree = new MerkleTree(MerkleTree.Subtrees.overLeaves(index -> leaves.get((int) index)));
        Hash root = tree.root(leaves.size());
        String signature =
                Fields.encoded(Signatures.RECEIPT.sign(cryptography, keys.signing(), root.bytes()));
        var receipts = new ArrayList<Receipt>(owed.size());
        for (int i = 0; i < owed.size(); i++) {
            receipts.add(
                    new Receipt(
                            keys.node(),
                            owed.get(i).entry(),
                            owed.get(i).at(),
                            tree.inclusion(i, leaves.size()),
                            new Digest(root.hex()),
                            signature));
        }
        return receipts;
    }
}
