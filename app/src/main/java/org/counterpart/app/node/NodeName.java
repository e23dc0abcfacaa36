package org.counterpart.app.node;

import java.util.regex.Pattern;

/// The name of a node on its own machine, and of the folder that keeps it: `sg`.
public record NodeName(String text) {
    /// What a name may be, for whoever typed another one.
    public static final String FORM_IN_WORDS =
            "a small letter, then at most 30 small letters, digits or hyphens, such as sg";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public NodeName {
        if (!isOne(text)) {
            throw new BadSetting("node", text, FORM_IN_WORDS);
        }
    }

    /// Whether a text is the name of a node.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
