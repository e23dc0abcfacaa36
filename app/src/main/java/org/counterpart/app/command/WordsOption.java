package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// In which language an officer writes, and from where the words come; they are kept as they are.
final class WordsOption {
    @Option(
            names = "--lang",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "the language of the text, such as en, fr, ar or vi (default: en)")
    private String language = "en";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "reads the text from this file, in UTF-8")
    private @Nullable Path file;

    /// The text, read from the file where one is named and from the input for a dash.
    Map<String, Object> json(String text) {
        return Map.of("language", language, "text", text(text));
    }

    private String text(String text) {
        Path named = file;
        if (named == null) {
            return "-".equals(text) ? input() : text;
        }
        if (!text.isEmpty()) {
            throw new Misused(
                    "The text is given twice, in words and with --file; allowed is one of the"
                            + " two.");
        }
        try {
            return Files.readString(named).strip();
        } catch (IOException _) {
            throw Misused.value(
                    "--file", named.toString(), "the path of a file in UTF-8 that can be read");
        }
    }

    private static String input() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            throw new Misused(
                    "The text cannot be read.", "Give it as the last word of the command");
        }
    }
}
