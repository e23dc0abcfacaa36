package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How far an officer vouches for what is said, and what it rests on. Nothing is preset.
final class GradingOptions {
    @Option(
            names = "--source",
            paramLabel = "A|B|C|X",
            description =
                    "the source: A no doubt, B mostly reliable, C mostly unreliable, X cannot be"
                            + " judged")
    private @Nullable String source;

    @Option(
            names = "--information",
            paramLabel = "1|2|3|4",
            description =
                    "the information: 1 not in doubt, 2 known to the source, 3 corroborated, 4"
                            + " cannot be corroborated")
    private @Nullable Integer information;

    @Option(
            names = "--rests-on",
            paramLabel = "ENTRY",
            description = "an entry that this quotes or follows from, may be repeated")
    private List<String> sources = new ArrayList<>();

    void into(Map<String, Object> body) {
        if (source != null) {
            body.put("source", source.toUpperCase(Locale.ROOT));
        }
        if (information != null) {
            body.put("information", information);
        }
        if (!sources.isEmpty()) {
            body.put("sources", sources);
        }
    }
}
