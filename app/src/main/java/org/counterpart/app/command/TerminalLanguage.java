package org.counterpart.app.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The language in which the person at the terminal reads, as the environment says it; the node answers in it.
record TerminalLanguage(String tag) {
    private static final List<String> SPOKEN = List.of("en", "fr", "ar", "vi");

    /// The first of these that is set decides, as POSIX has it (The Open Group Base Specifications 7, 8.2).
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    /// The language of an environment; English where it names none that the node speaks.
    static TerminalLanguage of(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(TerminalLanguage::language)
                .filter(SPOKEN::contains)
                .map(TerminalLanguage::new)
                .orElseGet(() -> new TerminalLanguage("en"));
    }

    /// `vi` of `vi_VN.UTF-8`.
    private static String language(String locale) {
        return locale.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
