package org.counterpart.dossier;

import java.util.EnumSet;
import java.util.Set;

/// The guards that stand.
public final class Guards {
    /// All of them: the only value that a node runs with.
    public static final Guards ALL = new Guards(EnumSet.allOf(Guard.class));

    private final Set<Guard> standing;

    private Guards(Set<Guard> standing) {
        this.standing = standing;
    }

    /// All but one, for the proof that the simulation would notice.
    public static Guards without(Guard taken) {
        return new Guards(EnumSet.complementOf(EnumSet.of(taken)));
    }

    /// Whether the check of this name is to be made.
    public boolean stand(Guard guard) {
        return standing.contains(guard);
    }
}
