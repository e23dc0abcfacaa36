package org.counterpart.app.access.web;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.OwnDesks;
import org.counterpart.app.access.Post;
import org.counterpart.app.access.Role;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// A role, with the desk when it is a role of one, as it comes over the wire.
record PostJson(@Nullable String role, @Nullable String desk) {
    Post read(OwnDesks desks) {
        Role known =
                Optional.ofNullable(role)
                        .flatMap(Role::of)
                        .orElseThrow(() -> new NotDone(AccessGround.ROLE_UNKNOWN));
        boolean named = desk != null && !desk.isBlank();
        if (known.ofDesk() != named) {
            throw new NotDone(named ? AccessGround.DESK_NOT_WANTED : AccessGround.DESK_MISSING);
        }
        return desk != null && named
                ? new Post.OfDesk(
                        known,
                        desks.named(desk.strip())
                                .orElseThrow(() -> new NotDone(AccessGround.DESK_NOT_OURS)))
                : new Post.OfNode(known);
    }
}
