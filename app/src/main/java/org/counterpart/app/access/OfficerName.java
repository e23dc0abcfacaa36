package org.counterpart.app.access;

import java.util.Optional;
import java.util.regex.Pattern;

/// What an officer is called on the command line, and the name of the token file: `duty-customs`.
/// It names the post, never the person: posts outlive their staff, and logs and folders show this name. A program
/// cannot tell the two apart, so nothing is refused for it; `docs/operations.md` asks operators to keep to it.
public record OfficerName(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public OfficerName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an officer's name has the form " + FORM);
        }
    }

    /// The name, when the text has the form of one.
    public static Optional<OfficerName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OfficerName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
