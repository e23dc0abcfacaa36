package org.counterpart.ledger;

import java.util.ArrayList;
import java.util.List;

/// The log after the sequencer gave numbers to acts that were committed before.
///
/// A value: whoever keeps it must write leaves and frontier in one transaction, and only one
/// sequencer may do so at a time. [LogSigner#sign] makes the checkpoint, after that transaction.
///
/// @param frontier the log with the new leaves
/// @param leaves the new leaves, in order
public record Sequencing(Frontier frontier, List<Leaf.Held> leaves) {
    public Sequencing {
        leaves = List.copyOf(leaves);
    }

    /// Appends acts, in the order given, to the log that ends at `before`.
    public static Sequencing after(Frontier before, List<Leaf.Unnumbered> acts) {
        var frontier = before;
        var leaves = new ArrayList<Leaf.Held>();
        for (Leaf.Unnumbered act : acts) {
            Leaf.Held leaf = act.numbered(frontier.size());
            leaves.add(leaf);
            frontier = frontier.append(leaf.hash());
        }
        return new Sequencing(frontier, leaves);
    }
}
