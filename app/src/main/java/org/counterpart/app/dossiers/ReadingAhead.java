package org.counterpart.app.dossiers;

import org.counterpart.dossier.Placed;

/// How many entries of a dossier are read at once, while one transaction asks for one after the other.
///
/// Most transactions ask for a few. What asks for more walks through the past, and would make a statement of each step;
/// so the longer it has gone on, the more is read with one step. Whoever writes the dossier may have laid it out so that
/// what is read ahead is never asked for: so no more is, in all, than four times what was asked for.
final class ReadingAhead {
    private static final int ONE_BY_ONE = 16;
    private static final int MOST = 1_000;

    private long asked;
    private long lastWeight = Long.MAX_VALUE;
    private long read;

    /// An entry was asked for that was not before, or has been let go since.
    void asked(Placed entry) {
        asked++;
        lastWeight = entry.clock().weight();
    }

    /// Whether the walk comes to this entry from one that may have seen it.
    boolean goesDownTo(Placed entry) {
        return entry.clock().weight() < lastWeight;
    }

    /// So many were read ahead.
    void read(int entries) {
        read += entries;
    }

    /// How many to read ahead now.
    int more() {
        return asked <= ONE_BY_ONE ? 0 : Math.clamp(4 * asked - read, 0, MOST);
    }
}
