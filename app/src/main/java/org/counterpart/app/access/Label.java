package org.counterpart.app.access;

import java.util.Optional;

/// What screens show for an officer: the role and its place, such as "Duty officer, Ha Noi customs".
/// Like [OfficerName] it names the post and never the person.
public record Label(String text) {
    private static final int MOST = 120;

    public Label {
        if (!fits(text)) {
            throw new IllegalArgumentException(
                    "a label is one line of 1 to " + MOST + " characters");
        }
    }

    /// The label, when the text can be one.
    public static Optional<Label> parse(String text) {
        String stripped = text.strip();
        return fits(stripped) ? Optional.of(new Label(stripped)) : Optional.empty();
    }

    private static boolean fits(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= MOST
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return text;
    }
}
