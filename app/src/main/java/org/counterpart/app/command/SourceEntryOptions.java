package org.counterpart.app.command;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The entries that what is said quotes or follows from; it carries every restriction of theirs.
final class SourceEntryOptions {
    @Option(
            names = "--source-entry",
            paramLabel = "ENTRY",
            description =
                    "an entry that this quotes or follows from, or its first digits, may be"
                            + " repeated")
    private List<String> sources = new ArrayList<>();

    void into(Map<String, Object> body) {
        if (!sources.isEmpty()) {
            body.put("sources", sources);
        }
    }
}
