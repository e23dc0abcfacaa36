package org.counterpart.app.access;

/// What the door said, with the reason either way.
public sealed interface Decision {
    /// Let through.
    record Allowed(AccessReason reason) implements Decision {}

    /// Not let through.
    record Denied(AccessGround ground) implements Decision {}
}
