package org.counterpart.app.node;

import java.util.regex.Pattern;

/// The name of a node on its own machine, and of the folder that keeps it: `sg`.
public record NodeName(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public NodeName {
        if (!FORM.matcher(text).matches()) {
            throw new BadSetting(
                    "node",
                    text,
                    "a small letter, then at most 30 small letters, digits or hyphens, such as sg");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
