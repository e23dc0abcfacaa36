package org.counterpart.app.node;

import java.util.Locale;
import java.util.Set;

/// The state whose node this is: two letters of ISO 3166-1, such as `SG`.
public record StateCode(String text) {
    private static final Set<String> ASSIGNED =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    public StateCode {
        if (!ASSIGNED.contains(text)) {
            throw new BadSetting(
                    "state", text, "the two capital letters of ISO 3166-1, such as SG");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
