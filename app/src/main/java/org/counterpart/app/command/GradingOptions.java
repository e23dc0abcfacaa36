package org.counterpart.app.command;

import org.counterpart.dossier.InformationEvaluation;
import org.counterpart.dossier.SourceEvaluation;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Map;

/// How far an officer vouches for what is said. Nothing is preset; the two are judged apart and given together.
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

    void into(Map<String, Object> body) {
        if (source == null && information == null) {
            return;
        }
        if (source == null || information == null) {
            throw new Misused(
                    "Source and information are graded together.",
                    "Give both: --source A, B, C or X and --information 1, 2, 3 or 4");
        }
        int grade = information;
        body.put("source", Typed.code("--source", SourceEvaluation.class, source).name());
        body.put(
                "information",
                Typed.meant(
                                () -> InformationEvaluation.of(grade),
                                "Which is which: ./counterpart answer --help")
                        .code());
    }
}
