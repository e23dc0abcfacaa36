package org.counterpart.app.language;

import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What a coded value is called in a reader's language: the code goes on the wire, the label on the screen.
@Component
public final class CodedValues {
    private final Map<Language, Properties> files = new EnumMap<>(Language.class);

    /// Reads all files once; a language whose file is absent stops the start.
    public CodedValues() {
        for (Language language : Language.values()) {
            files.put(language, Sentences.read("coded_" + language.tag() + ".properties"));
        }
    }

    /// The label of a code; the code itself when a newer release coined it.
    ///
    /// @param kind the simple name of the closed list, such as `DeskKind`
    /// @param code the name of the constant, in capitals with underscores or as a wire word: `BORDER_GUARD` or
    /// `border-guard`
    public String label(String kind, String code, Language language) {
        String constant = code.toUpperCase(Locale.ROOT).replace('-', '_');
        return Objects.requireNonNull(files.get(language)).getProperty(kind + "." + constant, code);
    }
}
