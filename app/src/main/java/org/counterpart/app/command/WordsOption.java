package org.counterpart.app.command;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// In which language an officer writes; the words are kept as they are.
final class WordsOption {
    @Option(
            names = "--lang",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "the language of the text, such as en, fr, ar or vi (default: en)")
    private String language = "en";

    /// The text, read from the input for a dash.
    Map<String, Object> json(String text) {
        return Map.of("language", language, "text", "-".equals(text) ? input() : text);
    }

    private static String input() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Misused(
                    "The text cannot be read.", "Give it as the last word of the command");
        }
    }
}
