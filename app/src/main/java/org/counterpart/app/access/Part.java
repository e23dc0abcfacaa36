package org.counterpart.app.access;

import java.util.List;

/// The part of a request that cannot be meant: how it is called on the wire, and what may stand there. Never what stood
/// there: that may be a name.
///
/// @param allowed the closed list of what is allowed; empty where there is none
public record Part(String name, List<String> allowed) {
    public Part {
        allowed = List.copyOf(allowed);
    }

    /// The same in every language: `clock = 7d | 3d | 8h`.
    public String words() {
        return allowed.isEmpty() ? name : name + " = " + String.join(" | ", allowed);
    }
}
