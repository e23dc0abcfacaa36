package org.counterpart.app.directory.web;

import org.counterpart.app.directory.DeskDraft;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A desk that is to be added, as it comes over the wire; what is absent is empty, and the rules say what that means.
record NewDeskJson(
        @Nullable String state,
        @Nullable String handle,
        @Nullable String authority,
        @Nullable String name,
        @Nullable String kind,
        @Nullable List<@Nullable String> languages,
        @Nullable String timeZone) {
    /// A desk of the node's own state, unless another is named.
    DeskDraft read(String ourState) {
        List<@Nullable String> tags = languages == null ? List.of() : languages;
        return new DeskDraft(
                state == null || state.isBlank()
                        ? ourState
                        : state.strip().toUpperCase(Locale.ROOT),
                text(handle),
                text(authority),
                text(name),
                text(kind),
                tags.stream().map(NewDeskJson::text).toList(),
                text(timeZone));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
