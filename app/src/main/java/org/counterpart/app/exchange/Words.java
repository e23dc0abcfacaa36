package org.counterpart.app.exchange;

import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;

/// Free text in the language in which it was written; it is never replaced by a translation.
///
/// @param language a tag of BCP 47, such as `en` or `vi`
public record Words(String language, String text) {
    public static final int MAX_LENGTH = 20_000;

    Json.Members json() {
        return Json.object().with("language", language).with("text", text);
    }

    static Words read(Fields fields) {
        var words = new Words(fields.code("language"), fields.text("text", MAX_LENGTH));
        fields.end();
        return words;
    }
}
