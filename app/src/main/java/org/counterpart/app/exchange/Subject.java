package org.counterpart.app.exchange;

import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;

/// What a question is about: an identifier of a thing or a document.
///
/// @param kind a code of [SubjectKind], or one that a newer node coined
/// @param constructed made up for a demonstration or practice: shown wherever the value is
public record Subject(String kind, String value, boolean constructed) {
    public static final int MAX_LENGTH = 200;

    Json.Members json() {
        return Json.object()
                .with("kind", kind)
                .with("value", value)
                .with("constructed", constructed);
    }

    static Subject read(Json json) {
        Fields fields = Fields.of(json);
        var subject =
                new Subject(
                        fields.code("kind"),
                        fields.text("value", MAX_LENGTH),
                        fields.flag("constructed"));
        fields.end();
        return subject;
    }
}
