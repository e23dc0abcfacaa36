package org.counterpart.app.language;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The registry of refusals in words: every code that a person can meet, in every language of [Language].
///
/// Sentences take no values: what was typed may be a name, and a sentence travels into screens and logs of others.
/// Codes that do not exist here do come: a peer may run a newer release. They get a sentence of their own.
@Component
public final class Sentences {
    /// Stands for a code of a newer release.
    static final String CODE_UNKNOWN_HERE = "LANGUAGE_CODE_UNKNOWN_HERE";

    private final Map<Language, Properties> files = new EnumMap<>(Language.class);

    /// Reads all files once; a language whose file is absent stops the start.
    public Sentences() {
        for (Language language : Language.values()) {
            files.put(language, read("refusals_" + language.tag() + ".properties"));
        }
    }

    /// What happened and what to do next, for a refusal.
    public Wording of(String code, Language language) {
        return find(code, language)
                .or(() -> find(CODE_UNKNOWN_HERE, language))
                .orElseThrow(
                        () -> new IllegalStateException("no sentence for " + CODE_UNKNOWN_HERE));
    }

    /// Why something is allowed: a sentence without a next step.
    public Optional<String> reason(String code, Language language) {
        return text(code + ".sentence", language);
    }

    private Optional<Wording> find(String code, Language language) {
        return text(code + ".sentence", language)
                .flatMap(
                        sentence ->
                                text(code + ".next", language)
                                        .map(next -> new Wording(sentence, next)));
    }

    private Optional<String> text(String key, Language language) {
        return Optional.ofNullable(Objects.requireNonNull(files.get(language)).getProperty(key));
    }

    static Properties read(String name) {
        var lines = new Properties();
        try (InputStream in = Sentences.class.getResourceAsStream(name)) {
            lines.load(
                    new InputStreamReader(
                            Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return lines;
    }
}
