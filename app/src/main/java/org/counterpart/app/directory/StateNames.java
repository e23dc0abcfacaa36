package org.counterpart.app.directory;

import org.counterpart.app.language.Language;
import org.counterpart.dossier.StateCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How a state is called in the languages of the product: by the short name of the United Nations, which its own
/// government has agreed to, where that differs from the name in CLDR, which this Java carries and which is everyday
/// speech. The UN has no Vietnamese, so there CLDR alone speaks. The differences stand in `reference/geo/state-names-un.csv`.
final class StateNames {
    private static final String FILE = "/org/counterpart/reference/geo/state-names-un.csv";
    private static final String COLUMNS = "iso2,en,fr,ar";
    private static final List<Language> LANGUAGES =
            List.of(Language.ENGLISH, Language.FRENCH, Language.ARABIC);

    private final Map<StateCode, String[]> ofTheUnitedNations = new HashMap<>();

    /// Reads the file once.
    StateNames() {
        try (InputStream in =
                        Objects.requireNonNull(StateNames.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            if (!COLUMNS.equals(lines.readLine())) {
                throw new IllegalStateException(FILE + " does not begin with " + COLUMNS);
            }
            lines.lines()
                    .map(line -> line.split(",", -1))
                    .forEach(row -> ofTheUnitedNations.put(new StateCode(row[0]), row));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /// The name in a language.
    String of(StateCode code, Language language) {
        return unitedNations(code, language)
                .orElseGet(
                        () ->
                                Locale.of("", code.letters())
                                        .getDisplayCountry(Locale.forLanguageTag(language.tag())));
    }

    private Optional<String> unitedNations(StateCode code, Language language) {
        int column = 1 + LANGUAGES.indexOf(language);
        return Optional.ofNullable(ofTheUnitedNations.get(code))
                .filter(_ -> column > 0)
                .map(row -> row[column])
                .filter(name -> !name.isEmpty());
    }
}
