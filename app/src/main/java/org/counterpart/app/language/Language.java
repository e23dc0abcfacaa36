package org.counterpart.app.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A language in which the product speaks. One joins when its files are complete; a test holds it to that.
public enum Language {
    ENGLISH("en"),
    FRENCH("fr"),
    ARABIC("ar"),
    VIETNAMESE("vi");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The BCP 47 tag, also the ending of the files.
    public String tag() {
        return tag;
    }

    /// The language of a reader, by the first wish that we can meet; English when we can meet none.
    public static Language of(List<Locale> wishes) {
        return wishes.stream()
                .flatMap(
                        wish ->
                                Arrays.stream(values())
                                        .filter(one -> one.tag.equals(wish.getLanguage())))
                .findFirst()
                .orElse(ENGLISH);
    }
}
