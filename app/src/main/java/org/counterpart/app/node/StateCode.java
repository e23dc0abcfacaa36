package org.counterpart.app.node;

import java.util.Locale;
import java.util.Set;

/// The state whose node this is: two letters of ISO 3166-1, such as `SG`.
public record StateCode(String text) {
    private static final Set<String> ASSIGNED =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /// What a code may be, for whoever typed another one.
    public static final String FORM_IN_WORDS = "the two capital letters of ISO 3166-1, such as SG";

    public StateCode {
        if (!isOne(text)) {
            throw new BadSetting("state", text, FORM_IN_WORDS);
        }
    }

    /// Whether a text is the code of a state.
    public static boolean isOne(String text) {
        return ASSIGNED.contains(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
