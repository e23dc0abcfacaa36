package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;

import java.util.Optional;

/// Where an officer stands and as what. A role of a desk cannot be held without one, nor one of the node at a desk.
public sealed interface Post {
    /// The role.
    Role role();

    /// The desk, when it is a post of one.
    default Optional<DeskId> desk() {
        return this instanceof OfDesk(_, DeskId desk) ? Optional.of(desk) : Optional.empty();
    }

    /// A post at one desk of this node.
    record OfDesk(Role role, DeskId at) implements Post {
        public OfDesk {
            check(role, true);
        }
    }

    /// A post for the node as a whole.
    record OfNode(Role role) implements Post {
        public OfNode {
            check(role, false);
        }
    }

    private static void check(Role role, boolean ofDesk) {
        if (role.ofDesk() != ofDesk) {
            throw new IllegalArgumentException(
                    role + (ofDesk ? " is no role of a desk" : " needs a desk"));
        }
    }
}
