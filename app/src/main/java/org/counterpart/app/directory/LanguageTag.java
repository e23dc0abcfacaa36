package org.counterpart.app.directory;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A tag of BCP 47 (RFC 5646) for a language in which people write, such as `vi`, `zh-Hant` or `pt-BR`.
///
/// Known is what ISO 639-1 lists and, of the languages with three letters, those that CLDR describes; this Java carries
/// both. The region is one of ISO 3166-1, or an area of UN M.49.
public final class LanguageTag {
    private static final Set<String> LANGUAGES =
            Stream.concat(
                            Arrays.stream(Locale.getISOLanguages()),
                            Locale.availableLocales().map(Locale::getLanguage))
                    .filter(language -> !language.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> STATES = Set.of(Locale.getISOCountries());

    private LanguageTag() {}

    /// Whether a tag is well-formed and names a language that is known here.
    public static boolean isKnown(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return LANGUAGES.contains(locale.getLanguage()) && isKnownRegion(locale.getCountry());
        } catch (IllformedLocaleException _) {
            return false; // That is the answer.
        }
    }

    private static boolean isKnownRegion(String region) {
        return region.isEmpty() || region.matches("[0-9]{3}") || STATES.contains(region);
    }
}
