package org.counterpart.app.command;

import org.counterpart.dossier.InformationEvaluation;
import org.counterpart.dossier.SourceEvaluation;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How far an officer vouches for what is said. Nothing is preset; the two are judged apart and given together.
final class GradingOptions {
    private static final List<String> GRADES =
            Arrays.stream(InformationEvaluation.values())
                    .map(grade -> String.valueOf(grade.code()))
                    .toList();

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
    private @Nullable String information;

    void into(Map<String, Object> body) {
        if (source == null && information == null) {
            return;
        }
        if (source == null || information == null) {
            throw new Misused(
                    (source == null ? "--source" : "--information")
                            + " is missing; source and information are graded together.");
        }
        body.put("source", Typed.code("--source", SourceEvaluation.class, source).name());
        body.put("information", Integer.valueOf(Typed.word("--information", GRADES, information)));
    }
}
