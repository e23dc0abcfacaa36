package org.counterpart.app.node;

import java.util.regex.Pattern;

/// The state whose node this is: two letters of ISO 3166-1, such as `SG`.
public record StateCode(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    public StateCode {
        if (!FORM.matcher(text).matches()) {
            throw new BadSetting(
                    "state", text, "the two capital letters of ISO 3166-1, such as SG");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
