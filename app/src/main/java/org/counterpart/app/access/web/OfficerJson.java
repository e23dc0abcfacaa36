package org.counterpart.app.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.counterpart.app.access.Officer;
import org.counterpart.dossier.DeskId;
import org.jspecify.annotations.Nullable;

/// An officer on the wire; `desk` is absent for a role of the node.
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfficerJson(String id, String name, String label, String role, @Nullable String desk) {
    static OfficerJson of(Officer officer) {
        return new OfficerJson(
                officer.id().text(),
                officer.name().text(),
                officer.label().text(),
                officer.role().code(),
                officer.desk().map(DeskId::text).orElse(null));
    }
}
