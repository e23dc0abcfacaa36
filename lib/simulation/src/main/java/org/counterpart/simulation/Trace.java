package org.counterpart.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What happened, in order: always as one running hash, and as lines when a run is looked at.
final class Trace {
    private final List<String> lines = new ArrayList<>();
    private final Agenda agenda;
    private final boolean recording;
    private long hash = 1;

    Trace(Agenda agenda, boolean recording) {
        this.agenda = agenda;
        this.recording = recording;
    }

    void note(String what, Object... about) {
        hash = mix(mix(hash, agenda.now()), what.hashCode());
        for (Object one : about) {
            hash = mix(hash, one.toString().hashCode());
        }
        if (recording) {
            var line = new StringBuilder("%9d  %s".formatted(agenda.now(), what));
            for (Object one : about) {
                line.append(' ').append(shortened(one.toString()));
            }
            lines.add(line.toString());
        }
    }

    /// Ids by their first eight digits: enough to follow one by eye.
    private static String shortened(String text) {
        return text.matches("[0-9a-f]{32,64}|[a-z2-7]{26}") ? text.substring(0, 8) : text;
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    long hash() {
        return hash;
    }

    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }
}
