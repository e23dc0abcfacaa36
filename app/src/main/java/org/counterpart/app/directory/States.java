package org.counterpart.app.directory;

import org.counterpart.app.language.Language;
import org.counterpart.dossier.StateCode;
import org.springframework.stereotype.Component;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The states and territories of ISO 3166-1, from `reference/geo/states.csv`, which names its sources.
@Component
public final class States {
    private static final String FILE = "/org/counterpart/reference/geo/states.csv";
    private static final String FIRST_COLUMNS = "iso2,iso3,m49,name_en,";

    private final StateNames names = new StateNames();
    private final SortedMap<StateCode, State> states;

    /// Reads the file once.
    public States() {
        states = Collections.unmodifiableSortedMap(read());
    }

    /// The state of that code.
    public Optional<State> find(StateCode code) {
        return Optional.ofNullable(states.get(code));
    }

    /// What the state of a code is called; the code itself where there is none.
    public String name(StateCode code, Language language) {
        return states.containsKey(code) ? names.of(code, language) : code.letters();
    }

    /// All of them, by code.
    public Collection<State> all() {
        return states.values();
    }

    private SortedMap<StateCode, State> read() {
        var read = new TreeMap<StateCode, State>();
        try (InputStream in = Objects.requireNonNull(States.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            checkHead(String.valueOf(lines.readLine()));
            lines.lines().map(this::state).forEach(state -> read.put(state.code(), state));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return read;
    }

    private State state(String line) {
        var code = new StateCode(line.substring(0, line.indexOf(',')));
        return new State(code, names.of(code, Language.ENGLISH));
    }

    private static void checkHead(String line) {
        if (!line.startsWith(FIRST_COLUMNS)) {
            throw new IllegalStateException(
                    FILE + " begins with " + line + ", not with " + FIRST_COLUMNS);
        }
    }
}
