package org.counterpart.app.directory;

import org.counterpart.dossier.StateCode;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// What a desk tells about itself. Made by [DeskDraft#check], from an operator's words or a peer's.
///
/// @param slug the part of the handle after the state
/// @param authority the competent authority that the desk belongs to
/// @param languages BCP 47, the best first
/// @param zone by which its hours are read
public record DeskProfile(
        StateCode state,
        String slug,
        String authority,
        String name,
        DeskKind kind,
        List<String> languages,
        ZoneId zone) {
    public DeskProfile {
        languages = List.copyOf(languages);
    }

    /// What people type and say: `vn/customs-intelligence`. Unique only among the desks of one node.
    public String handle() {
        return state.letters().toLowerCase(Locale.ROOT) + "/" + slug;
    }
}
