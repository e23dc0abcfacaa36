package org.counterpart.app.access.web;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.Label;
import org.counterpart.app.access.NewOfficer;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.OfficerName;
import org.counterpart.app.access.OwnDesks;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Who is to be added, as it comes over the wire.
record NewOfficerJson(
        @Nullable String name,
        @Nullable String label,
        @Nullable String role,
        @Nullable String desk) {
    NewOfficer read(OwnDesks desks) {
        return new NewOfficer(
                Optional.ofNullable(name)
                        .flatMap(OfficerName::parse)
                        .orElseThrow(() -> new NotDone(AccessGround.NAME_MALFORMED)),
                Optional.ofNullable(label)
                        .flatMap(Label::parse)
                        .orElseThrow(() -> new NotDone(AccessGround.LABEL_MALFORMED)),
                new PostJson(role, desk).read(desks));
    }
}
