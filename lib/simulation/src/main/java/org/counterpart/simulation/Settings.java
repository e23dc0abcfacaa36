package org.counterpart.simulation;

import org.counterpart.dossier.Guards;

/// How runs are made, apart from their seeds.
///
/// @param recording keeps the schedule of the run as lines of text
public record Settings(Guards guards, boolean realCryptography, boolean recording) {
    public static final Settings STANDARD = new Settings(Guards.ALL, false, false);

    public Settings withGuards(Guards other) {
        return new Settings(other, realCryptography, recording);
    }

    public Settings withRealCryptography(boolean real) {
        return new Settings(guards, real, recording);
    }

    public Settings withRecording() {
        return new Settings(guards, realCryptography, true);
    }
}
