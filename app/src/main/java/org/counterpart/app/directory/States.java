package org.counterpart.app.directory;

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
    private static final int NAME = 3;

    private final SortedMap<StateCode, State> states;

    /// Reads the file once.
    public States() {
        states = Collections.unmodifiableSortedMap(read());
    }

    /// The state of that code.
    public Optional<State> find(StateCode code) {
        return Optional.ofNullable(states.get(code));
    }

    /// All of them, by code.
    public Collection<State> all() {
        return states.values();
    }

    private static SortedMap<StateCode, State> read() {
        var read = new TreeMap<StateCode, State>();
        try (InputStream in = Objects.requireNonNull(States.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            checkHead(String.valueOf(lines.readLine()));
            lines.lines().map(States::state).forEach(state -> read.put(state.code(), state));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return read;
    }

    /// The first four columns never hold a comma; a test holds the file to that.
    private static State state(String line) {
        String[] columns = line.split(",", NAME + 2);
        return new State(new StateCode(columns[0]), columns[NAME]);
    }

    private static void checkHead(String line) {
        if (!line.startsWith(FIRST_COLUMNS)) {
            throw new IllegalStateException(
                    FILE + " begins with " + line + ", not with " + FIRST_COLUMNS);
        }
    }
}
